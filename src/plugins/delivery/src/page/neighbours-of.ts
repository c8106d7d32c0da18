import type { PayloadRequest, Where } from 'payload'

import type { DeliveredCollection, Site } from '../options.ts'
import { type Content, readDocuments } from '../read-documents.ts'
import type { Neighbour } from './delivery-document.ts'
import { publishedOnly } from './published-only.ts'
import { textOf } from './text-of.ts'

/**
 * The next older and the next newer document of the archive that readers see in this language: one query each, which
 * begins in the index of the order at the place of this document. Those of one date are told apart by when they were made.
 */
export const neighboursOf = async (about: {
  collection: string
  delivered: DeliveredCollection
  doc: Content
  locale: string
  req: PayloadRequest
  site: Site
}): Promise<{ next: Neighbour | null; previous: Neighbour | null }> => {
  const [previous, next] = await Promise.all([
    neighbour(about, 'less_than'),
    neighbour(about, 'greater_than'),
  ])
  return { previous, next }
}

const neighbour = async (
  {
    collection,
    delivered: { order = 'createdAt', titleField },
    doc,
    locale,
    req,
    site,
  }: Parameters<typeof neighboursOf>[0],
  beyond: 'greater_than' | 'less_than',
): Promise<Neighbour | null> => {
  const place = doc[order]
  if (place === null || place === undefined) return null
  const made = { createdAt: { [beyond]: doc.createdAt } } as Where
  const where: Where[] =
    order === 'createdAt'
      ? [made]
      : [
          { [order]: { [`${beyond}_equal`]: place } },
          { or: [{ [order]: { [beyond]: place } }, made] },
        ]
  const sign = beyond === 'less_than' ? '-' : ''
  const [found] = await readDocuments({
    collection,
    locale,
    req,
    select: { slug: true, [titleField]: true },
    sort: [...new Set([`${sign}${order}`, `${sign}createdAt`])],
    where: [...where, ...publishedOnly({ collection, req })],
  })
  const slug = textOf(found?.slug)
  if (!found || !slug) return null
  return {
    title: textOf(found[titleField]),
    slug,
    url: site.pageUrl({ collection, locale, slug }),
  }
}
