import type { PayloadRequest } from 'payload'

import type { CompleteOptions, FeedSite } from '../options.ts'
import { countDocuments } from '../read-documents.ts'

/** How many sitemaps a collection has in a language: none where the website has no pages for it. */
export const sitemapsOf = async ({
  collection,
  locale,
  options: { mostUrls },
  req,
  site,
}: {
  collection: string
  locale: string
  options: CompleteOptions
  req: PayloadRequest
  site: FeedSite
}): Promise<number> => {
  if (site.pageUrl({ collection, locale, slug: 'any' }) === null) return 0
  return Math.ceil((await countDocuments({ collection, locale, req })) / mostUrls)
}
