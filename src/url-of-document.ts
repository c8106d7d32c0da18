import type { UrlOfDocument } from '@qiao/locale-publishing'
import type { PayloadRequest } from 'payload'

/** The website's page of a document, by the pattern that the organization keeps for its collection and language. */
export const urlOfDocument: UrlOfDocument = async ({ collection, doc, req }) => {
  if (typeof doc.slug !== 'string' || doc.slug === '') return null
  const patterns = await patternsOf(req)
  return addressBy(patterns[patternName(collection)], doc.slug)
}

/** What the organization calls the pattern of a collection: `newsBriefs`. */
export const patternName = (collection: string): string =>
  collection.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The address that a pattern makes of a slug. */
export const addressBy = (pattern: null | string | undefined, slug: string): null | string =>
  pattern?.replaceAll('{slug}', encodeURIComponent(slug)) ?? null

type Patterns = Partial<Record<string, null | string>>

/** Read once for each request and language: a page of a list may hold hundreds of links. */
const patternsOf = (req: PayloadRequest): Promise<Patterns> => {
  // Operations make copies of a request; this they all have in common.
  const known = kept.get(req.payloadDataLoader) ?? new Map<unknown, Promise<Patterns>>()
  kept.set(req.payloadDataLoader, known)
  const patterns = known.get(req.locale) ?? readPatterns(req)
  known.set(req.locale, patterns)
  return patterns
}

const kept = new WeakMap<object, Map<unknown, Promise<Patterns>>>()

const readPatterns = async (req: PayloadRequest): Promise<Patterns> => {
  const { urlPatterns } = await req.payload.findGlobal({
    depth: 0,
    fallbackLocale: false,
    req,
    select: { urlPatterns: true },
    slug: 'organization',
  })
  return { ...urlPatterns }
}
