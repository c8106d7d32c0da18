import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'
import { type SitemapItemLoose, SitemapStream } from 'sitemap'

import { nothing, whereSitemapsAre } from '../asked.ts'
import { readAlternates } from '../entries/read-alternates.ts'
import type { CompleteOptions, FeedSite } from '../options.ts'
import { readDocuments } from '../read-documents.ts'
import { sitemapsOf } from './sitemaps-of.ts'

export const xmlType = 'application/xml; charset=utf-8'

/** To find which documents come next costs as much for a hundred as for thousands, */
const idsAtOnce = 5000

/** and their texts are read by their ids, which SQLite looks up one by one only when they are few. */
const textsAtOnce = 100

type Sitemap = {
  collection: string
  locale: string
  options: CompleteOptions
  page: number
  req: PayloadRequest
}

/**
 * The pages of a collection in one language that the website has, each with those of the other languages. Documents
 * stand in the order in which they were made, so that the earlier sitemaps stay as they are.
 * @throws APIError 404 when there are not so many
 */
export const writeSitemap = async (sitemap: Sitemap): Promise<Buffer> => {
  const { collection, locale, options, page, req } = sitemap
  const site = await options.site({ locale, req })
  const sitemaps = await sitemapsOf({ collection, locale, options, req, site })
  if (page > sitemaps) {
    const path = `/sitemaps/${locale}/${collection}/${page}.xml`
    throw nothing(path, whereSitemapsAre)
  }
  const stream = new SitemapStream({
    xmlns: { image: false, news: false, video: false, xhtml: true },
  })
  const written: Buffer[] = []
  await pipeline(
    Readable.from(pagesOf({ ...sitemap, site })),
    stream,
    async (chunks: AsyncIterable<string>) => {
      for await (const chunk of chunks) written.push(Buffer.from(chunk))
    },
  )
  return Buffer.concat(written)
}

async function* pagesOf({
  collection,
  locale,
  options,
  page,
  req,
  site,
}: Sitemap & { site: FeedSite }): AsyncGenerator<SitemapItemLoose> {
  const { languages, lastPublishedAt, mostUrls } = options
  const limit = Math.min(idsAtOnce, mostUrls)
  const parts = mostUrls / limit
  for (let part = 1; part <= parts; part += 1) {
    const docs = await readDocuments({
      collection,
      limit,
      locale,
      page: (page - 1) * parts + part,
      req,
      select: { createdAt: true },
      sort: ['createdAt'],
    })
    const all = docs.map(({ id }) => String(id))
    for (let at = 0; at < all.length; at += textsAtOnce) {
      const ids = all.slice(at, at + textsAtOnce)
      const about = { collection, ids, req }
      const pages = await readAlternates({ ...about, locales: Object.keys(languages), site })
      const times = await lastPublishedAt({ ...about, locale })
      for (const id of ids) {
        const alternates = pages.get(id) ?? []
        const own = alternates.find((each) => each.locale === locale)
        if (!own) continue
        const lastmod = times.get(id)
        yield {
          links: alternates.map((each) => ({
            lang: languages[each.locale] ?? each.locale,
            url: each.url,
          })),
          url: own.url,
          ...(lastmod ? { lastmod } : {}),
        }
      }
    }
    if (docs.length < limit) return
  }
}
