import type { Payload } from 'payload'

import { isFilled } from '../fill/fill-state.ts'
import { type PublicDocument, publicDocumentsSlug } from '../model/public-documents.ts'

export type ListedDocument = Pick<PublicDocument, 'changedAt' | 'document' | 'publishedAt'> & {
  slug: null | string
}

export type ListedDocuments = {
  documents: ListedDocument[]
  /** Where the next page begins; undefined behind the last one. */
  next?: string
}

/**
 * What readers see of a collection in a language, by id: for sitemaps and the like. A page costs the same wherever it
 * is, and reads no content.
 *
 * @returns undefined while the register of the collection is being made
 */
export const listPublicDocuments = async ({
  after,
  collection,
  limit,
  locale,
  payload,
}: {
  /** `next` of the page before. @default from the first */
  after?: string | undefined
  collection: string
  limit: number
  locale: string
  payload: Payload
}): Promise<ListedDocuments | undefined> => {
  if (!(await isFilled({ collection, payload }))) return undefined
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: limit + 1,
    pagination: false,
    select: { changedAt: true, document: true, publishedAt: true, slug: true },
    sort: 'document',
    where: {
      and: [
        { documentCollection: { equals: collection } },
        { locale: { equals: locale } },
        { state: { equals: 'public' } },
        ...(after ? [{ document: { greater_than: after } }] : []),
      ],
    },
  })
  const documents = docs
    .slice(0, limit)
    .map(({ changedAt, document, publishedAt, slug = null }) => ({
      changedAt,
      document,
      publishedAt,
      slug,
    }))
  const next = docs.length > limit ? documents.at(-1)?.document : undefined
  return { documents, ...(next ? { next } : {}) }
}
