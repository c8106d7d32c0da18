import type { Payload } from 'payload'

import { answerFeed, type FeedAnswer } from './answer-feed.ts'
import { completeOptions, type FeedsOptions } from './options.ts'

export type { FeedCollection, FeedImage, FeedsOptions } from './options.ts'

/** The first part of each address that `feeds` answers, below the root of the server. */
export const feedPaths = ['/feeds', '/calendar', '/sitemap.xml', '/sitemaps', '/robots.txt']

/**
 * Answers the addresses of feeds, calendars, sitemaps and of `robots.txt`, for readers: what is published in the
 * language of the address, and nothing else, whoever asks. An address is a path, with `?page=2` for more of a feed.
 * @throws Error at once that names the option that is wrong; APIError 400 or 404 at an address where there is nothing
 */
export const feeds = (given: FeedsOptions, payload: Payload) => {
  const options = completeOptions(given, payload)
  return (address: string): Promise<FeedAnswer> => answerFeed({ address, options, payload })
}
