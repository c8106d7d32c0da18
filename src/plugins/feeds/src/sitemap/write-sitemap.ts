import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'
import { type SitemapItemLoose, SitemapStream } from 'sitemap'

import { nothing, whereSitemapsAre } from '../asked.ts'
import type { CompleteOptions, FeedSite, PublicPage } from '../options.ts'
import { notYet, sitemapsOf } from './sitemaps-of.ts'

export const xmlType = 'application/xml; charset=utf-8'

/** Between two of these parts others are answered. */
const atOnce = 1000

type Sitemap = {
  collection: string
  locale: string
  options: CompleteOptions
  page: number
  req: PayloadRequest
}

/**
 * The pages of a collection in one language that the website has, each with those of the other languages, as a register
 * knows them: no document is read.
 * @throws APIError 404 when there are not so many, 503 while the register is being made
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
    Readable.from(itemsOf({ ...sitemap, site })),
    stream,
    async (chunks: AsyncIterable<string>) => {
      for await (const chunk of chunks) written.push(Buffer.from(chunk))
    },
  )
  return Buffer.concat(written)
}

async function* itemsOf({
  collection,
  locale,
  options: { languages, mostUrls, pages },
  page,
  req: { payload },
  site,
}: Sitemap & { site: FeedSite }): AsyncGenerator<SitemapItemLoose> {
  let after: string | undefined
  for (let done = 0; done < mostUrls; done += atOnce) {
    const { documents, next } =
      (await pages.list({
        after,
        collection,
        limit: Math.min(atOnce, mostUrls - done),
        locale,
        payload,
        ...(done === 0 ? { skip: (page - 1) * mostUrls } : {}),
      })) ?? notYet(collection)
    for (const { changedAt, slugs } of documents) {
      const links = Object.entries(languages).flatMap(([code, lang]) => {
        const url = addressOf({ collection, code, site, slugs })
        return url === null ? [] : [{ lang, url }]
      })
      const url = addressOf({ code: locale, collection, site, slugs })
      if (url !== null) yield { lastmod: changedAt, links, url }
    }
    if (next === undefined) return
    after = next
  }
}

const addressOf = ({
  code,
  collection,
  site,
  slugs,
}: {
  code: string
  collection: string
  site: FeedSite
  slugs: PublicPage['slugs']
}): null | string => {
  const slug = slugs[code]
  const url = slug ? site.pageUrl({ collection, locale: code, slug }) : null
  return url === null ? null : new URL(url).href
}
