import { cleanText, escapeHtml, shorten } from '@qiao/delivery'
import type { PayloadRequest, Where } from 'payload'

import { cleanLine } from '../clean-line.ts'
import type { CompleteOptions, Content, ContentPart, FeedCollection, FeedSite } from '../options.ts'
import { readDocuments } from '../read-documents.ts'
import { type Entry, entryId } from './entry.ts'
import { readAlternates } from './read-alternates.ts'

/** What is read of a feed: the collections, each with the filter that a document must pass. */
export type Source = { collection: string; where: Where[] }

type Reading = {
  locale: string
  options: CompleteOptions
  req: PayloadRequest
  site: FeedSite
}

const longestSummary = 400

/**
 * A page of the documents that were last published or changed, as entries, the newest first. First only who they are,
 * then as many as a page shows: the number of queries depends on the number of collections, and on nothing that is stored.
 */
export const readEntries = async (
  reading: Reading & { page: number; sources: readonly Source[] },
): Promise<{ entries: Entry[]; hasMore: boolean }> => {
  const { locale, options, page, req, sources } = reading
  const from = (page - 1) * options.mostEntries
  const to = from + options.mostEntries
  const newest = await Promise.all(
    sources.map(async ({ collection, where }) => {
      const docs = await readDocuments({
        collection,
        limit: to + 1,
        locale,
        req,
        select: { updatedAt: true },
        sort: ['-updatedAt'],
        where,
      })
      return docs.map(({ id, updatedAt }) => ({
        collection,
        id: String(id),
        time: String(updatedAt),
      }))
    }),
  )
  const known = newest.flat().toSorted((one, other) => other.time.localeCompare(one.time))
  const shown = known.slice(from, to)
  const entries = await Promise.all(
    sources.map(({ collection }) =>
      entriesOf({
        ...reading,
        collection,
        ids: shown.filter((each) => each.collection === collection).map(({ id }) => id),
      }),
    ),
  )
  return {
    entries: entries
      .flat()
      .toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime()),
    hasMore: known.length > to,
  }
}

const entriesOf = async ({
  collection,
  ids,
  ...reading
}: Reading & { collection: string; ids: string[] }): Promise<Entry[]> => {
  const { locale, options, req, site } = reading
  const described = options.collections[collection]
  if (!described || ids.length === 0) return []
  const [docs, alternates, updates] = await Promise.all([
    readDocuments({
      collection,
      depth: 1,
      limit: 0,
      locale,
      populate: options.populate,
      req,
      select: {
        ...described.select,
        createdAt: true,
        publishedAt: true,
        slug: true,
        updatedAt: true,
      },
      where: [{ id: { in: ids } }],
    }),
    readAlternates({ collection, ids, locales: Object.keys(options.languages), req, site }),
    options.pages.changedAt({ collection, ids, locale, payload: req.payload }),
  ])
  return Promise.all(
    docs.map(async (doc): Promise<Entry> => {
      const id = String(doc.id)
      const pages = alternates.get(id) ?? []
      const { html, text } = await writeContent({ ...reading, described, doc })
      const title = cleanLine(described.title(doc))
      const summary = cleanLine(described.summary(doc)) || shorten(cleanLine(text), longestSummary)
      const publishedAt = new Date(String(doc.publishedAt ?? doc.createdAt))
      const updated = new Date(updates?.get(id) ?? publishedAt)
      return {
        alternates: pages
          .filter((page) => page.locale !== locale)
          .map((page) => ({
            hreflang: options.languages[page.locale] ?? page.locale,
            url: page.url,
          })),
        authors: (described.authors?.(doc) ?? []).map(cleanLine).filter(Boolean),
        categories: options
          .topicsOf(doc)
          .map((topic) => ({ slug: cleanLine(topic.slug), title: cleanLine(topic.title) })),
        html: html || `<p>${escapeHtml(summary || title)}</p>`,
        id: `urn:uuid:${entryId([collection, id, locale])}`,
        image: imageOf(described, doc),
        publishedAt,
        summary,
        title,
        // An editor may have dated the publication by hand; nothing is updated before it is published.
        updatedAt: updated < publishedAt ? publishedAt : updated,
        url: pages.find((page) => page.locale === locale)?.url ?? null,
      }
    }),
  )
}

const imageOf = (described: FeedCollection, doc: Content): Entry['image'] => {
  const image = described.image(doc)
  return image && URL.canParse(image.url)
    ? { ...image, alt: cleanLine(image.alt), url: new URL(image.url).href }
    : null
}

const writeContent = async ({
  described,
  doc,
  locale,
  options,
  req,
}: Reading & { described: FeedCollection; doc: Content }): Promise<{
  html: string
  text: string
}> => {
  const parts = await Promise.all(
    described.content(doc, locale).map(async ({ heading, value }: ContentPart) => {
      const { html, text } =
        typeof value === 'string'
          ? plain(cleanText(value))
          : await options.renderRichText({ locale, req, value })
      if (html === '') return null
      const words = cleanLine(heading)
      return { html: (words && `<h2>${escapeHtml(words)}</h2>`) + cleanText(html), text }
    }),
  )
  const written = parts.filter((part) => part !== null)
  return {
    html: written.map(({ html }) => html).join('\n'),
    text: written.map(({ text }) => text).join('\n\n'),
  }
}

const plain = (text: string): { html: string; text: string } => {
  const lines = text.trim().split('\n').map(escapeHtml).join('<br>')
  return { html: lines && `<p>${lines}</p>`, text }
}
