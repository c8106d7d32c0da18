import { APIError, type PayloadRequest } from 'payload'

import type { CompleteOptions, FeedSite } from '../options.ts'

/** How many sitemaps a collection has in a language: none where the website has no pages for it. */
export const sitemapsOf = async ({
  collection,
  locale,
  options: { mostUrls, pages },
  req: { payload },
  site,
}: {
  collection: string
  locale: string
  options: CompleteOptions
  req: PayloadRequest
  site: FeedSite
}): Promise<number> => {
  if (site.pageUrl({ collection, locale, slug: 'any' }) === null) return 0
  const count = await pages.count({ collection, locale, payload })
  return Math.ceil((count ?? notYet(collection)) / mostUrls)
}

/** @throws APIError 503, for what is not known must not be taken for what is not there */
export const notYet = (collection: string): never => {
  const message = `What is public in “${collection}” is being registered, once. Try again in some seconds.`
  throw new APIError(message, 503, { retryAfter: 5 }, true)
}
