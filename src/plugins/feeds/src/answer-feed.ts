import type { Payload } from 'payload'

import { askedOf } from './asked.ts'
import { calendarType, writeCalendar } from './calendar/write-calendar.ts'
import { readFeed } from './entries/read-feed.ts'
import { atomType, toAtom } from './formats/to-atom.ts'
import { jsonFeedType, toJsonFeed } from './formats/to-json-feed.ts'
import { rssType, toRss } from './formats/to-rss.ts'
import type { CompleteOptions } from './options.ts'
import { anonymousRequest } from './read-documents.ts'
import { writeRobots } from './write-robots.ts'
import { writeSitemapIndex } from './sitemap/write-sitemap-index.ts'
import { writeSitemap, xmlType } from './sitemap/write-sitemap.ts'

/** An answer with its bytes, and the language that its texts are in; or where else it is to be had, for good. */
export type FeedAnswer =
  | { body: Buffer | string; contentType: string; hreflang?: string; redirectTo?: undefined }
  | { redirectTo: string }

/** What is at an address of the server. @throws APIError 400 or 404 where there is nothing */
export const answerFeed = async ({
  address,
  options,
  payload,
}: {
  address: string
  options: CompleteOptions
  payload: Payload
}): Promise<FeedAnswer> => {
  const asked = askedOf({ address, options, payload })
  if (asked.kind === 'robots') {
    return { body: writeRobots(options, payload.config), contentType: 'text/plain; charset=utf-8' }
  }
  const [first = ''] = Object.keys(options.languages)
  const locale = asked.kind === 'sitemaps' ? first : asked.locale
  const req = await anonymousRequest(payload, locale)
  if (asked.kind === 'sitemaps') {
    return { body: await writeSitemapIndex({ options, req }), contentType: xmlType }
  }
  if (asked.kind === 'sitemap') {
    return { body: await writeSitemap({ ...asked, options, req }), contentType: xmlType }
  }
  const hreflang = options.languages[locale] ?? locale
  if (asked.kind === 'calendar') {
    const calendar = options.calendars[asked.name]
    if (!calendar) throw new Error(`feeds: there is no calendar “${asked.name}”.`)
    const body = await writeCalendar({ calendar, locale, options, req })
    return { body, contentType: calendarType, hreflang }
  }
  const { contentType, write } = writers[asked.format]
  const feed = await readFeed({ asked, options, req })
  return 'redirectTo' in feed ? feed : { body: write(feed), contentType, hreflang }
}

const writers = {
  atom: { contentType: atomType, write: toAtom },
  json: { contentType: jsonFeedType, write: toJsonFeed },
  rss: { contentType: rssType, write: toRss },
}
