import type { Content } from '../read-documents.ts'
import type { Redirect } from '../slugs/resolve-slug.ts'
import type { Site } from '../options.ts'

/** A value of JSON-LD. */
export type JsonLdValue = boolean | JsonLdNode | JsonLdValue[] | null | number | string | undefined

/** A thing of schema.org: `@type`, often `@id`, and its properties. A node with nothing but `@id` refers to another. */
export type JsonLdNode = { [property: string]: JsonLdValue }

/** A picture for sharing. */
export type SharedImage = {
  /** What it shows, in the language of the page; empty when nobody has said it. */
  alt: string
  /** In pixels; `null` when unknown. */
  height: null | number
  /** Media type, such as `image/jpeg`. */
  type: string
  /** Absolute. */
  url: string
  /** In pixels; `null` when unknown. */
  width: null | number
}

/** A link to another page of the website. */
export type PageLink = {
  title: string
  /** Absolute; `null` when the website has no such page. */
  url: null | string
}

/** A neighbour in the archive. */
export type Neighbour = PageLink & { slug: string }

/**
 * All that a page of one document in one language needs. Fields stand in this order; what is not known is `null`, lists
 * are empty. Everything in it is public in the language it is in.
 */
export type DeliveryDocument = {
  collection: string
  id: string
  /** The language of this page: the one asked for, or the fallback that was asked for. */
  locale: string
  /** Fields that are empty in that language and filled from another; of interest only when a fallback was asked for. */
  fallbacks: { locale: string; path: string }[]
  /** For search results and the browser's title bar: `seo.title`, else the title. */
  title: string
  /** For search results and shared links: `seo.description`, else the summary, else how the text begins; at most 200 characters, no markup. */
  description: string
  /** The page's one address, by the patterns of the website. */
  canonical: null | string
  /** The same page in each language it is published in, by language tag (BCP 47), with `x-default`. */
  alternates: Record<string, string>
  /** From the first page of the website down to this one, which is the last. */
  breadcrumbs: PageLink[]
  /** When this language was first published, or as an editor has dated it. ISO 8601, UTC. */
  publishedAt: null | string
  /** When this language was last published. ISO 8601, UTC. */
  modifiedAt: null | string
  /** The next older one of the archive, in this language. */
  previous: Neighbour | null
  /** The next newer one of the archive, in this language. */
  next: Neighbour | null
  /** The picture for shared links. */
  image: null | SharedImage
  /** `<meta property="…">`, in this order; some names come several times. */
  openGraph: { content: string; property: string }[]
  /** `<meta name="…">`, in this order. */
  twitter: { content: string; name: string }[]
  /** For `<script type="application/ld+json">`: schema.org, all nodes in one graph. */
  jsonLd: { '@context': 'https://schema.org'; '@graph': JsonLdNode[] }
  /** The content itself, related documents one level deep. Each rich text is `{ json, html, text }`. */
  document: Content
}

/** What the door answers: a document, or where it is. */
export type DeliveryAnswer = (DeliveryDocument & { redirectTo: null }) | { redirectTo: Redirect }

/** What those who write the JSON-LD of a collection are told about a page. */
export type DescribedPage = {
  /** With what the ids of this page's nodes begin: its address, or the API's when it has none. */
  base: string
  canonical: null | string
  collection: string
  description: string
  doc: object
  image: null | SharedImage
  /** BCP 47. */
  language: string
  locale: string
  modifiedAt: null | string
  publishedAt: null | string
  site: Site
  title: string
}
