import type { PayloadRequest } from 'payload'

import { codesOf } from '../asked.ts'
import type { DeliveryOptions, Site } from '../options.ts'
import { readDocuments } from '../read-documents.ts'
import { isRecord } from '../is-record.ts'

/** A language the page is published in. */
export type Alternate = { locale: string; url: string }

/** The page in each language that it is published in and that the website has a page for: one query. */
export const alternatesOf = async ({
  collection,
  id,
  req,
  site,
}: {
  collection: string
  id: string
  req: PayloadRequest
  site: Site
}): Promise<Alternate[]> => {
  const [found] = await readDocuments({
    collection,
    locale: 'all',
    req,
    select: { _status: true, slug: true },
    where: [{ id: { equals: id } }],
  })
  // In all languages a field is a record of its values.
  const slugs = isRecord(found?.slug) ? found.slug : {}
  const status = found?._status
  return codesOf(req).flatMap((locale) => {
    const slug = slugs[locale]
    if (typeof slug !== 'string' || !slug) return []
    // Who reads drafts gets the slugs of all languages.
    if (isRecord(status) && status[locale] !== 'published') return []
    const url = site.pageUrl({ collection, locale, slug })
    return url === null ? [] : [{ locale, url }]
  })
}

/** By language tag, with the page for everybody else: that of the config's first language, or the only one there is. */
export const hreflangMap = ({
  alternates,
  languages,
  req,
}: {
  alternates: Alternate[]
  languages: DeliveryOptions['languages']
  req: PayloadRequest
}): Record<string, string> => {
  const { localization } = req.payload.config
  const first = localization ? localization.defaultLocale : undefined
  const others = alternates.find(({ locale }) => locale === first) ?? alternates[0]
  return Object.fromEntries([
    ...alternates.map(({ locale, url }) => [languages[locale]?.hreflang ?? locale, url]),
    ...(others ? [['x-default', others.url]] : []),
  ]) as Record<string, string>
}
