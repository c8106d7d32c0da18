import { createHash } from 'node:crypto'

import type { FeedImage } from '../options.ts'

/** A document in one language, as all formats tell of it. Texts are clean: any format can carry them. */
export type Entry = {
  authors: string[]
  categories: { slug: string; title: string }[]
  /** Safe HTML, never empty. */
  html: string
  /** A URN that stays what it is when the address changes. */
  id: string
  image: FeedImage | null
  /** The pages of the other languages that it is published in. */
  alternates: { hreflang: string; url: string }[]
  publishedAt: Date
  summary: string
  title: string
  updatedAt: Date
  /** The page of the website; `null` when it has none. */
  url: null | string
}

/** A feed, or a page of it, with its entries, the newest first. */
export type Feed = {
  /** Who publishes the website, for entries without authors. */
  author: string
  entries: Entry[]
  /** The language tag of all texts. */
  hreflang: string
  /** The page of the website that shows the same. */
  homeUrl: string
  /** The address of the first page, which names the feed. */
  id: string
  /** The address of the page with older entries, and of the one with newer ones. */
  next: null | string
  /** The same feed in the other languages. */
  others: { hreflang: string; url: string }[]
  previous: null | string
  title: string
  updatedAt: Date
  /** The address of this very page. */
  url: string
}

/** A UUID that a document has in a language for ever, wherever it is moved: version 5, made of its collection, id and language. */
export const entryId = (parts: readonly string[]): string => {
  const bytes = createHash('sha1').update(namespace).update(parts.join('/')).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...groups, hex.slice(20, 32)].join('-')
}

/** Of this package. To change it would show every reader every entry again. */
const namespace = Buffer.from('5d0f1a529a8d4c7e8f0b6b6f3c1e7a24', 'hex')
