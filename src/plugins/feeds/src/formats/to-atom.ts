import { generateAtomFeed } from 'feedsmith'

import type { Entry, Feed } from '../entries/entry.ts'
import { pagesOf } from './pages-of.ts'

export const atomType = 'application/atom+xml; charset=utf-8'

/** RFC 4287, with pages as RFC 5005 has them. */
export const toAtom = ({
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
  generateAtomFeed({
    authors: [{ name: author }],
    entries: entries.map((entry) => entryOf(entry, hreflang)),
    id,
    links: [
      { href: url, rel: 'self', type: 'application/atom+xml' },
      { href: homeUrl, hreflang, rel: 'alternate' },
      ...others.map((other) => ({
        href: other.url,
        hreflang: other.hreflang,
        rel: 'alternate',
        type: 'application/atom+xml',
      })),
      ...pagesOf({ id, next, previous }).map((page) => ({
        ...page,
        type: 'application/atom+xml',
      })),
    ],
    title: { value: title },
    updated: updatedAt,
    xml: { lang: hreflang },
  })

const entryOf = (entry: Entry, hreflang: string) => {
  const { alternates, authors, categories, html, id, image, publishedAt, summary, title } = entry
  return {
    authors: authors.map((name) => ({ name })),
    categories: categories.map((category) => ({ label: category.title, term: category.slug })),
    content: { type: 'html', value: html },
    id,
    links: [
      ...(entry.url ? [{ href: entry.url, hreflang, rel: 'alternate', type: 'text/html' }] : []),
      ...alternates.map((other) => ({
        href: other.url,
        hreflang: other.hreflang,
        rel: 'alternate',
        type: 'text/html',
      })),
      ...(image
        ? [
            {
              href: image.url,
              rel: 'enclosure',
              type: image.type,
              ...(image.alt ? { title: image.alt } : {}),
              ...(image.bytes === null ? {} : { length: image.bytes }),
            },
          ]
        : []),
    ],
    published: publishedAt,
    ...(summary ? { summary: { value: summary } } : {}),
    title: { value: title },
    updated: entry.updatedAt,
  }
}
