import type { Access, Where } from 'payload'

import { readingOf } from './languages/reading.ts'
import { readsDrafts } from './reads-drafts.ts'

/**
 * The documents of a collection that one may read: what is published in the language asked for (in any language when
 * asked for all, in a fallback as well when one was asked for); who may read drafts reads everything.
 */
export const publishedOrDrafts =
  (collection: string): Access =>
  ({ req }) => {
    if (readsDrafts({ collection, req })) return true
    const localization = req.payload.config.localization
    if (req.locale === 'all' && localization) {
      return { or: localization.localeCodes.map((code): Where => published(`_status.${code}`)) }
    }
    const fallbacks = readingOf(req)?.fallbacks ?? []
    if (fallbacks.length === 0) return published('_status')
    return { or: [published('_status'), ...fallbacks.map((code) => published(`_status.${code}`))] }
  }

/** The same of what is not in the trash; Payload itself leaves that out of lists, and not of what is read through others. */
export const notTrashed =
  (rule: Access): Access =>
  async (args) => {
    const allowed = await rule(args)
    return typeof allowed === 'object'
      ? { and: [allowed, { deletedAt: { exists: false } }] }
      : allowed
  }

const published = (path: string): Where => ({ [path]: { equals: 'published' } })
