import type { Payload, PayloadRequest, SelectType, Where } from 'payload'

/** A document as readers get it: in one language, with the fields that were selected. */
export type Content = Record<string, unknown>

/** What a website is called in one language, and where its pages are; addresses are absolute. */
export type FeedSite = {
  /** The first page in this language. */
  homeUrl: null | string
  /** The list of a collection's documents in this language. */
  listUrl: (collection: string) => null | string
  name: string
  /** The page of a document, in any language. */
  pageUrl: (page: { collection: string; locale: string; slug: string }) => null | string
}

export type FeedImage = {
  alt: string
  /** Of the file. */
  bytes: null | number
  height: null | number
  type: string
  url: string
  width: null | number
}

/** A part of a document's text: a rich text as it is stored, or a plain text, with or without a heading. */
export type ContentPart = { heading?: null | string | undefined; value: unknown }

/** How the documents of one collection become entries. */
export type FeedCollection = {
  /** Who wrote it. @default the website */
  authors?: (doc: object) => string[]
  /** The text of an entry, from top to bottom. */
  content: (doc: object, locale: string) => ContentPart[]
  /** For each of `groups` that has feeds of these documents, the relation by which a document belongs to it. */
  groups: Record<string, string>
  /** The picture of an entry. */
  image: (doc: object) => FeedImage | null
  /** What is read of a document, besides slug and status. */
  select: SelectType
  /** One or two sentences; empty where nobody wrote any. */
  summary: (doc: object) => string
  title: (doc: object) => string
}

/** Documents that others belong to, each of which has feeds: topics, programs. */
export type FeedGroup = { title: (doc: object) => string; titleField: string }

/** Days are `2019-05-13`. */
export type CalendarEvent = {
  description: string
  /** The last day, when there are several. */
  end: null | string
  location: string
  start: string
  title: string
}

export type Calendar = {
  collection: string
  /** `null` for what has no place in a calendar. */
  eventOf: (doc: object) => CalendarEvent | null
  select: SelectType
  /** An order with an index, of which the calendar shows the first. */
  sort: string
  /** Which documents tell of events. */
  where: Where
}

/** A document that readers see in a language. */
export type PublicPage = {
  /** When they last saw something else than before, ISO 8601. */
  changedAt: string
  /** Its slugs in all languages in which they see it. */
  slugs: Record<string, null | string>
}

type Listed = { collection: string; locale: string; payload: Payload }

export type FeedsOptions = {
  /** Lists of events, by the name in their address. */
  calendars: Record<string, Calendar>
  collections: Record<string, FeedCollection>
  /** Paths that search engines should leave alone. @default [] */
  disallow?: readonly string[]
  /** Whose documents have feeds of what belongs to them, by collection. */
  groups: Record<string, FeedGroup>
  /** How each language is written for feed readers and search engines: BCP 47, `zh-Hans`. */
  languages: Record<string, string>
  /** Entries of a feed. @default 30 */
  mostEntries?: number
  /** Events of a calendar. @default 500 */
  mostEvents?: number
  /** Pages of a feed, of as many entries each; what is older is to be found on the website. @default 20 */
  mostPages?: number
  /** Addresses in one sitemap, up to the 50,000 that search engines read. @default 10_000 */
  mostUrls?: number
  /** What readers see, as a register knows it. Each answers `undefined` while the register is being made. */
  pages: {
    /** When they last saw something else of documents than before, ISO 8601, by id. */
    changedAt: (
      asked: Listed & { ids: readonly string[] },
    ) => Promise<ReadonlyMap<string, string> | undefined>
    /** How many documents readers see in a language. */
    count: (asked: Listed) => Promise<number | undefined>
    /** A page of these documents, behind `after` or behind the first `skip`; `next` is the `after` of the one behind it. */
    list: (
      asked: Listed & { after?: string | undefined; limit: number; skip?: number },
    ) => Promise<{ documents: PublicPage[]; next?: string } | undefined>
  }
  /** What of a document is shown where another one refers to it, by collection. @default all its fields */
  populate?: Record<string, SelectType>
  /** Writes a rich text as safe HTML with absolute addresses. */
  renderRichText: (text: {
    locale: string
    req: PayloadRequest
    value: unknown
  }) => Promise<{ html: string; text: string }>
  /** Documents that readers have known by a slug in one of these languages, whether or not they still do. */
  slugHolders: (asked: {
    collection: string
    locales: readonly string[]
    req: PayloadRequest
    slug: string
  }) => Promise<{ document: string }[]>
  site: (asked: { locale: string; req: PayloadRequest }) => Promise<FeedSite>
  /** The topics of a document, as readers of this language may see them. */
  topicsOf: (doc: object) => { slug: string; title: string }[]
}

export type CompleteOptions = FeedsOptions &
  Required<Pick<FeedsOptions, 'disallow' | 'mostEntries' | 'mostEvents' | 'mostPages' | 'mostUrls'>>

/** Every default in one place. @throws Error that names the option that is wrong */
export const completeOptions = (
  given: FeedsOptions,
  { config }: Pick<Payload, 'config'>,
): CompleteOptions => {
  const defaults = { disallow: [], mostEntries: 30, mostEvents: 500, mostPages: 20 }
  const options = { ...defaults, mostUrls: 10_000, ...given }
  const slugs = config.collections.map(({ slug }) => slug)
  const assertKnown = (option: string, named: string[], known: readonly string[]): void => {
    const unknown = named.find((name) => !known.includes(name))
    if (unknown !== undefined) {
      throw new Error(`feeds: option "${option}" names "${unknown}", which does not exist.`)
    }
  }
  const { calendars, collections, groups, languages, mostUrls } = options
  assertKnown('collections', Object.keys(collections), slugs)
  assertKnown('groups', Object.keys(groups), slugs)
  for (const [slug, { groups: own }] of Object.entries(collections)) {
    assertKnown(`collections.${slug}.groups`, Object.keys(own), Object.keys(groups))
  }
  for (const [name, { collection }] of Object.entries(calendars)) {
    assertKnown(`calendars.${name}.collection`, [collection], slugs)
  }
  const codes = config.localization ? config.localization.localeCodes : []
  assertKnown('languages', Object.keys(languages), codes)
  if (!Number.isInteger(mostUrls) || mostUrls < 1 || mostUrls > 50_000) {
    throw new Error('feeds: option "mostUrls" must be a whole number from 1 to 50000.')
  }
  return options
}
