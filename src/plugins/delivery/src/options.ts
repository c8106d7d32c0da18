import type { PayloadRequest, SelectType } from 'payload'

import type { ArchiveOptions } from './archives/archive-options.ts'
import type { DescribedPage, JsonLdNode } from './page/delivery-document.ts'
import type { Content } from './read-documents.ts'
import type { RichTextRenderer, RichTextRendererOptions } from './rich-text/rich-text-renderer.ts'

export type SlugOptions = {
  /** Collections whose documents are found by their slug. */
  collections: readonly string[]
  /** Who holds a slug that was public, now or once, in the order of the languages. */
  holders: (asked: {
    collection: string
    locales: readonly string[]
    req: PayloadRequest
    slug: string
  }) => Promise<{ document: string; locale: string }[]>
  /** The page of a document on the website; `null` when it has none. */
  urlOf: (page: {
    collection: string
    locale: string
    req: PayloadRequest
    slug: string
  }) => null | Promise<null | string> | string
}

/** What a website is called in one language, and where its pages are. */
export type Site = {
  /** The first page in this language. */
  homeUrl: null | string
  /** The list of a collection's documents in this language. */
  listUrl: (collection: string) => null | string
  name: string
  /** The page of a document, in any language. */
  pageUrl: (page: { collection: string; locale: string; slug: string }) => null | string
  /** Who publishes the website, as a node of JSON-LD; its `@id` is an absolute address. */
  publisher: JsonLdNode & { '@id': string }
}

/** How the documents of one collection become pages. Paths lead through groups and rows: `gallery.image`. */
export type DeliveredCollection = {
  /** What search results show under the title: the first path with a text, rich text too. */
  description: readonly string[]
  /** Uploads, the most fitting first. */
  images: readonly string[]
  /** The nodes of the page's own subject, the main one first. */
  jsonLd: (page: DescribedPage) => JsonLdNode[]
  /** `og:type`. @default 'website' */
  openGraphType?: string
  /** The date or number of the archive that a reader leafs through, newest first. @default 'createdAt' */
  order?: string
  /** A relation to the same collection: what this is a part of, in the breadcrumbs. @default none */
  parent?: string
  /** What of a document may stand on a page, whoever asks. @default all that the one who asks may read */
  publicPart?: (doc: Content) => Content
  /** What the page is called for search and sharing: the first path with a text. */
  title: readonly string[]
  /** What the page is called in lists and breadcrumbs. */
  titleField: string
}

export type DeliveryOptions = ArchiveOptions & {
  collections: Record<string, DeliveredCollection>
  /** `false` adds nothing. @default true */
  enabled?: boolean
  /** The sizes of uploads that a shared link shows, the best first; the file itself when it has none of them. @default [] */
  imageSizes?: readonly string[]
  /** How each language is written for browsers (`zh-Hans`, BCP 47) and for Open Graph (`zh_CN`). */
  languages: Record<string, { hreflang: string; openGraph: string }>
  /** When a document was last published in a language, ISO 8601 in UTC. @default nobody knows */
  modifiedAt?: (document: {
    collection: string
    id: string
    locale: string
    req: PayloadRequest
  }) => Promise<null | string>
  /** What of a document is shown where another one refers to it, by collection. @default all its fields */
  populate?: Record<string, SelectType>
  /** The one document, in the one language, that a request may see before it is published. @default none */
  previewOf?: (
    req: PayloadRequest,
  ) => Promise<undefined | { collection: string; id: string; locale: string }>
  /** Writes rich texts as HTML and plain text. @default they are answered as they are stored */
  renderRichText?: RichTextRenderer
  site: (asked: { locale: string; req: PayloadRequest }) => Promise<Site>
  slugs: Omit<SlugOptions, 'urlOf'>
  /** The page of a document, of which it is given the slug, for redirects; `null` when the website has none. */
  urlOf: RichTextRendererOptions['urlOf']
}

/** @throws Error that names the collection or language which does not exist */
export const assertKnown = ({
  known,
  named,
  option,
}: {
  known: readonly string[]
  named: readonly string[]
  option: string
}): void => {
  const unknown = named.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new Error(`delivery: option "${option}" names "${unknown}", which does not exist.`)
  }
}
