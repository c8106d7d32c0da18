import type { Entry, Feed } from '../entries/entry.ts'

export const jsonFeedType = 'application/feed+json; charset=utf-8'

/**
 * JSON Feed 1.1. It has no word for other languages: `_alternates`, an extension as the format allows them, names the
 * address for each language tag.
 */
export const toJsonFeed = ({
  author,
  entries,
  hreflang,
  homeUrl,
  id,
  next,
  others,
  title,
}: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: id,
    ...(next === null ? {} : { next_url: next }),
    language: hreflang,
    authors: [{ name: author }],
    _alternates: byLanguage(others),
    items: entries.map((entry) => itemOf(entry, hreflang)),
  })

const itemOf = (entry: Entry, language: string) => ({
  id: entry.id,
  ...(entry.url ? { url: entry.url } : {}),
  title: entry.title,
  content_html: entry.html,
  ...(entry.summary ? { summary: entry.summary } : {}),
  ...(entry.image
    ? {
        image: entry.image.url,
        attachments: [
          {
            url: entry.image.url,
            mime_type: entry.image.type,
            ...(entry.image.alt ? { title: entry.image.alt } : {}),
            ...(entry.image.bytes === null ? {} : { size_in_bytes: entry.image.bytes }),
          },
        ],
      }
    : {}),
  date_published: entry.publishedAt.toISOString(),
  date_modified: entry.updatedAt.toISOString(),
  ...(entry.authors.length > 0 ? { authors: entry.authors.map((name) => ({ name })) } : {}),
  tags: entry.categories.map(({ title }) => title),
  language,
  _alternates: byLanguage(entry.alternates),
})

const byLanguage = (alternates: Entry['alternates']): Record<string, string> =>
  Object.fromEntries(alternates.map(({ hreflang, url }) => [hreflang, url]))
