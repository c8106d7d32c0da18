import type { PayloadRequest } from 'payload'

import type { DeliveredCollection, Site } from '../options.ts'
import { type Content, readDocuments } from '../read-documents.ts'
import { idOf } from '../rich-text/read-link-target.ts'
import type { PageLink } from './delivery-document.ts'
import { publishedOnly } from './published-only.ts'
import { isRecord } from '../is-record.ts'
import { textOf } from './text-of.ts'

/** More steps than anybody reads; also the end of a circle. */
const mostParents = 4

/**
 * From the first page of the website to this one: site, collection, what the document is a part of as far as readers see
 * it in this language, document. One query for each parent, four at most.
 */
export const breadcrumbsOf = async ({
  canonical,
  collection,
  delivered,
  doc,
  locale,
  req,
  site,
}: {
  canonical: null | string
  collection: string
  delivered: DeliveredCollection
  doc: Content
  locale: string
  req: PayloadRequest
  site: Site
}): Promise<PageLink[]> => {
  const { parent, titleField } = delivered
  const parents: PageLink[] = []
  let id = parent === undefined ? null : idOf(doc[parent])
  const seen = new Set([String(doc.id)])
  while (parent !== undefined && id !== null && !seen.has(id) && seen.size <= mostParents) {
    seen.add(id)
    const [found] = await readDocuments({
      collection,
      locale,
      req,
      select: { [parent]: true, slug: true, [titleField]: true },
      where: [{ id: { equals: id } }, ...publishedOnly({ collection, req })],
    })
    if (found) {
      const slug = textOf(found.slug)
      const url = slug ? site.pageUrl({ collection, locale, slug }) : null
      parents.unshift({ title: textOf(found[titleField]), url })
    }
    id = idOf(found?.[parent])
  }
  return [
    { title: site.name, url: site.homeUrl },
    { title: labelOf({ collection, locale, req }), url: site.listUrl(collection) },
    ...parents,
    { title: textOf(doc[titleField]), url: canonical },
  ]
}

/** What the collection is called in the language of the page. */
const labelOf = ({
  collection,
  locale,
  req,
}: {
  collection: string
  locale: string
  req: PayloadRequest
}): string => {
  const { plural } = req.payload.collections[collection as 'topics'].config.labels
  if (typeof plural === 'string') return plural
  const label = isRecord(plural) ? plural[locale] : undefined
  return typeof label === 'string' ? label : collection
}
