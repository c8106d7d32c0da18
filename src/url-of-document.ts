import type { UrlOfDocument } from '@qiao/locale-publishing'

/** The website's page of a document, by the pattern that the organization keeps for its collection and language. */
export const urlOfDocument: UrlOfDocument = async ({ collection, doc, req }) => {
  if (typeof doc.slug !== 'string' || doc.slug === '') return null
  const { urlPatterns } = await req.payload.findGlobal({
    depth: 0,
    fallbackLocale: false,
    req,
    select: { urlPatterns: true },
    slug: 'organization',
  })
  const patterns = (urlPatterns ?? {}) as Partial<Record<string, null | string>>
  const name = collection.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return patterns[name]?.replaceAll('{slug}', encodeURIComponent(doc.slug)) ?? null
}
