import type { PayloadRequest } from 'payload'

import type { FeedSite } from '../options.ts'
import { readDocuments } from '../read-documents.ts'

type Alternate = { locale: string; url: string }

/** The pages of documents in each language that they are published in and that the website has pages for, by id: one query. */
export const readAlternates = async ({
  collection,
  ids,
  locales,
  req,
  site,
}: {
  collection: string
  ids: readonly string[]
  locales: readonly string[]
  req: PayloadRequest
  site: FeedSite
}): Promise<Map<string, Alternate[]>> => {
  const docs = await readDocuments({
    collection,
    limit: 0,
    locale: 'all',
    req,
    select: { _status: true, slug: true },
    where: [{ id: { in: [...ids] } }],
  })
  return new Map(
    docs.map(({ _status: status, id, slug }) => [
      String(id),
      locales.flatMap((locale): Alternate[] => {
        const own = isRecord(slug) ? slug[locale] : undefined
        if (typeof own !== 'string' || own === '') return []
        if (isRecord(status) && status[locale] !== 'published') return []
        const url = site.pageUrl({ collection, locale, slug: own })
        return url === null ? [] : [{ locale, url: new URL(url).href }]
      }),
    ]),
  )
}

/** Read in all languages, a field is a record of its values. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
