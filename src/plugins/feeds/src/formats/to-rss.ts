import { generateRssFeed } from 'feedsmith'

import type { Entry, Feed } from '../entries/entry.ts'
import { pagesOf } from './pages-of.ts'

export const rssType = 'application/rss+xml; charset=utf-8'

/** RSS 2.0, with what it lacks in the words of Atom, Dublin Core, Content and Media RSS. */
export const toRss = ({
  author,
  entries,
  hreflang,
  homeUrl,
  id,
  next,
  others,
  previous,
  title,
  updatedAt,
  url,
}: Feed) =>
  generateRssFeed({
    atom: {
      links: [
        { href: url, rel: 'self', type: 'application/rss+xml' },
        ...others.map((other) => ({
          href: other.url,
          hreflang: other.hreflang,
          rel: 'alternate',
          type: 'application/rss+xml',
        })),
        ...pagesOf({ id, next, previous }).map((page) => ({
          ...page,
          type: 'application/rss+xml',
        })),
      ],
    },
    description: title,
    items: entries.map((entry) => itemOf(entry, author)),
    language: hreflang,
    lastBuildDate: updatedAt,
    link: homeUrl,
    title,
  })

const itemOf = (entry: Entry, author: string) => {
  const { alternates, authors, categories, html, id, image, publishedAt, summary, title } = entry
  return {
    atom: {
      links: alternates.map((other) => ({
        href: other.url,
        hreflang: other.hreflang,
        rel: 'alternate',
        type: 'text/html',
      })),
      updated: entry.updatedAt,
    },
    categories: categories.map((category) => ({ name: category.title })),
    content: { encoded: html },
    dc: { creators: authors.length > 0 ? authors : [author] },
    ...(summary ? { description: summary } : {}),
    ...(image
      ? {
          enclosures: [{ length: image.bytes ?? 0, type: image.type, url: image.url }],
          media: {
            contents: [
              {
                medium: 'image',
                type: image.type,
                url: image.url,
                ...(image.alt ? { description: { type: 'plain', value: image.alt } } : {}),
                ...(image.height === null ? {} : { height: image.height }),
                ...(image.width === null ? {} : { width: image.width }),
              },
            ],
          },
        }
      : {}),
    guid: { isPermaLink: false, value: id },
    ...(entry.url ? { link: entry.url } : {}),
    pubDate: publishedAt,
    title,
  }
}
