import type { Access, Where } from 'payload'

/** Anyone reads what is published in the language asked for (in any language when asked for all); people who are signed in read everything. */
export const publishedOrSignedIn: Access = ({ req }) => {
  if (req.user) return true
  const localization = req.payload.config.localization
  if (req.locale === 'all' && localization) {
    return { or: localization.localeCodes.map((code): Where => published(`_status.${code}`)) }
  }
  return published('_status')
}

const published = (path: string): Where => ({ [path]: { equals: 'published' } })
