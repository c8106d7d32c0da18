import type { DeliveredCollection } from '../options.ts'
import type {
  DeliveryDocument,
  DescribedPage,
  JsonLdNode,
  JsonLdValue,
  PageLink,
} from './delivery-document.ts'

/** One graph of schema.org: the page and its trail, the website and who publishes it, and what the page is about. */
export const jsonLdOf = ({
  breadcrumbs,
  delivered,
  page,
}: {
  breadcrumbs: PageLink[]
  delivered: DeliveredCollection
  page: DescribedPage
}): DeliveryDocument['jsonLd'] => {
  const { base, canonical, image, language, site } = page
  const subject = delivered.jsonLd(page)
  const website = `${site.homeUrl ?? base}#website`
  const trail = breadcrumbList({ base, breadcrumbs })
  const nodes: JsonLdNode[] = [
    {
      '@type': 'WebPage',
      '@id': `${base}#webpage`,
      name: page.title,
      description: page.description,
      url: canonical,
      inLanguage: language,
      datePublished: page.publishedAt,
      dateModified: page.modifiedAt,
      isPartOf: { '@id': website },
      breadcrumb: { '@id': `${base}#breadcrumb` },
      primaryImageOfPage: image && { '@id': `${base}#image` },
      mainEntity: subject[0] && referenceTo(subject[0]),
    },
    ...subject,
    image && {
      '@type': 'ImageObject',
      '@id': `${base}#image`,
      contentUrl: image.url,
      encodingFormat: image.type,
      width: pixels(image.width),
      height: pixels(image.height),
      caption: image.alt,
    },
    trail,
    {
      '@type': 'WebSite',
      '@id': website,
      name: site.name,
      url: site.homeUrl,
      inLanguage: language,
      publisher: referenceTo(site.publisher),
    },
    site.publisher,
  ].filter((node) => node !== null)
  return { '@context': 'https://schema.org', '@graph': merged(nodes).map(withoutNothing) }
}

/** A node with nothing but an `@id`: it stands elsewhere in the graph. */
export const referenceTo = (node: JsonLdNode): JsonLdNode =>
  node['@id'] ? { '@id': node['@id'] } : node

/** Steps without a page of their own have a name only. */
const breadcrumbList = ({
  base,
  breadcrumbs,
}: {
  base: string
  breadcrumbs: PageLink[]
}): JsonLdNode => ({
  '@type': 'BreadcrumbList',
  '@id': `${base}#breadcrumb`,
  itemListElement: breadcrumbs.map(({ title, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: url,
  })),
})

const pixels = (value: null | number): JsonLdNode | null =>
  value === null ? null : { '@type': 'QuantitativeValue', value, unitCode: 'E37' }

/** Nodes with one `@id` are one thing; what the first says of it counts, the others add what it does not say. */
const merged = (nodes: JsonLdNode[]): JsonLdNode[] => {
  const known = new Map<string, JsonLdNode>()
  nodes.forEach((node, index) => {
    const id = typeof node['@id'] === 'string' ? node['@id'] : `#${index}`
    known.set(id, { ...withoutNothing(node), ...withoutNothing(known.get(id) ?? {}) })
  })
  return [...known.values()]
}

/** What is not known is not said: no null, no empty text, list or node. */
const withoutNothing = (node: JsonLdNode): JsonLdNode =>
  Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) => {
      const kept = withoutEmpty(value)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )

const withoutEmpty = (value: JsonLdValue): JsonLdValue => {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((each) => each !== undefined)
    return kept.length > 1 ? kept : kept[0]
  }
  if (typeof value !== 'object') return value
  const kept = withoutNothing(value)
  return Object.keys(kept).some((name) => name !== '@type') ? kept : undefined
}
