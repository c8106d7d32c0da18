import type { PayloadRequest } from 'payload'
import { organization } from './content/organization.ts'
import { keepRowIds } from './keep-row-ids.ts'
import type { Reference } from './reference.ts'
import { resolveContent } from './resolve-content.ts'

/** Fills in the organisation in both languages, unless somebody has named the website already. */
export const seedOrganization = async ({
  idOf,
  req,
}: {
  idOf: (reference: Reference) => string
  req: PayloadRequest
}): Promise<boolean> => {
  const options = { depth: 0, overrideAccess: false, req, slug: 'organization' } as const
  const known = await req.payload.findGlobal({ ...options, locale: 'en' })
  if (known.siteName) return false
  const inLanguage = (locale: 'en' | 'zh') =>
    resolveContent({ content: organization, idOf, locale })
  const saved = await req.payload.updateGlobal({
    ...options,
    data: inLanguage('en'),
    locale: 'en',
  })
  await req.payload.updateGlobal({
    ...options,
    data: keepRowIds({ content: inLanguage('zh'), saved }),
    locale: 'zh',
  })
  return true
}
