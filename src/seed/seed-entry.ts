import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Locale } from '../localization.ts'
import { keepRowIds } from './keep-row-ids.ts'
import type { Reference, SeededCollection } from './reference.ts'
import { type Content, resolveContent } from './resolve-content.ts'

/** One document of the demo content. */
export type Entry = {
  /** The slug in the first language; other entries refer to the document by it. */
  key: string
  content: Content
  /** What was changed after all languages were published. Fields that are left out stay as they are. */
  later?: { content: Content; locale: Locale; status: 'draft' | 'published' }[]
  /** Languages it is published in, the language of birth first. @default ['en', 'zh'] */
  languages?: readonly Locale[]
}

/**
 * Writes an entry language by language, unless a document has its slug already.
 * @returns the id, and whether the document is new
 */
export const seedEntry = async ({
  collection,
  entry: { content, key, languages = ['en', 'zh'], later = [] },
  idOf,
  req,
}: {
  collection: Exclude<SeededCollection, 'media'>
  entry: Entry
  idOf: (reference: Reference) => string
  req: PayloadRequest
}): Promise<{ id: string; isNew: boolean }> => {
  const slug: CollectionSlug = collection
  const { payload } = req
  const [first = 'en', ...others] = languages
  const options = { collection: slug, depth: 0, overrideAccess: false, req } as const
  const found = await payload.find({
    ...options,
    limit: 1,
    locale: first,
    where: { slug: { equals: key } },
  })
  if (found.docs[0]) return { id: found.docs[0].id, isNew: false }

  // Topics have neither drafts nor a status.
  const published = collection === 'topics' ? {} : { _status: 'published' as const }
  const inLanguage = (locale: Locale): Content => resolveContent({ content, idOf, locale })
  const created = await payload.create({
    ...options,
    // The content is data; Payload's own validation says whether it fits.
    data: { ...inLanguage(first), ...published, slug: key } as never,
    locale: first,
  })
  const { id } = created
  for (const locale of others) {
    const data = keepRowIds({ content: inLanguage(locale), saved: created })
    await payload.update({ ...options, id, data: { ...data, ...published }, locale })
  }
  for (const { content: change, locale, status } of later) {
    const resolved = resolveContent({ content: change, idOf, locale })
    const data = { ...keepRowIds({ content: resolved, saved: created }), _status: status }
    await payload.update({ ...options, id, data, draft: status === 'draft', locale })
  }
  return { id, isNew: true }
}
