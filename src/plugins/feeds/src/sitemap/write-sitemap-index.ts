import type { PayloadRequest } from 'payload'

import type { CompleteOptions } from '../options.ts'
import { inLanguage } from '../read-documents.ts'
import { sitemapsOf } from './sitemaps-of.ts'

/** `/sitemap.xml`: the sitemaps of all collections and languages in which something is published. */
export const writeSitemapIndex = async ({
  options,
  req,
}: {
  options: CompleteOptions
  req: PayloadRequest
}): Promise<string> => {
  const { serverURL } = req.payload.config
  const addresses: string[] = []
  for (const locale of Object.keys(options.languages)) {
    const site = await options.site({ locale, req: inLanguage(req, locale) })
    for (const collection of Object.keys(options.collections)) {
      const sitemaps = await sitemapsOf({ collection, locale, options, req, site })
      for (let page = 1; page <= sitemaps; page += 1) {
        addresses.push(`${serverURL}/sitemaps/${locale}/${collection}/${page}.xml`)
      }
    }
  }
  // Slugs of collections and codes of languages need no escaping, nor does an origin.
  const entries = addresses.map((address) => `  <sitemap><loc>${address}</loc></sitemap>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</sitemapindex>',
    '',
  ].join('\n')
}
