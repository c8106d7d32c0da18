import { type PublicDocument, publicDocumentsSlug } from '../model/public-documents.ts'
import { type Listed, settledOf, whereOf } from './listed.ts'

export type ListedDocument = Pick<PublicDocument, 'changedAt' | 'document' | 'publishedAt'> & {
  slug: null | string
  /** By language, of all in which readers see the document. */
  slugs: Record<string, null | string>
}

export type ListedDocuments = {
  documents: ListedDocument[]
  /** False while the register is compared with all documents, for nobody knew what was written: it may change by itself. */
  isSettled: boolean
  /** Where the next page begins; undefined behind the last one. */
  next?: string
}

/**
 * What readers see of a collection in a language, by id: for sitemaps and the like. A page reads no content, and costs
 * the same wherever it begins when `after` tells where.
 *
 * @returns undefined while the register of the collection is being made
 */
export const listPublicDocuments = async ({
  after,
  limit,
  skip = 0,
  ...listed
}: Listed & {
  /** `next` of the page before. @default from the first */
  after?: string | undefined
  limit: number
  /** How many to pass over, without `after`. @default 0 */
  skip?: number
}): Promise<ListedDocuments | undefined> => {
  const isSettled = await settledOf(listed)
  if (isSettled === undefined) return undefined
  const from = skip > 0 ? await lastOf(skip, listed) : after
  if (skip > 0 && from === undefined) return { documents: [], isSettled }
  const rows = await readRows({ ...listed, after: from, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.document
  const slugs = await slugsOf({ ...listed, after: from, last })
  const documents = shown.map(({ changedAt, document, publishedAt, slug = null }) => ({
    changedAt,
    document,
    publishedAt,
    slug,
    slugs: { ...slugs.get(document), [listed.locale]: slug },
  }))
  return { documents, isSettled, ...(rows.length > limit && last ? { next: last } : {}) }
}

const readRows = async ({
  after,
  last,
  limit,
  payload,
  ...about
}: Listed & {
  after: string | undefined
  last?: string
  limit: number
}): Promise<PublicDocument[]> => {
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit,
    pagination: false,
    select: { changedAt: true, document: true, publishedAt: true, slug: true },
    sort: 'document',
    where: {
      and: [
        whereOf(about),
        ...(after === undefined ? [] : [{ document: { greater_than: after } }]),
        ...(last === undefined ? [] : [{ document: { less_than_equal: last } }]),
      ],
    },
  })
  return docs
}

/** The document behind which `skip` ones are passed over: of the index, the database reads as far as that. */
const lastOf = async (skip: number, { payload, ...about }: Listed): Promise<string | undefined> => {
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: 1,
    page: skip,
    // Without, MongoDB's adapter answers the first page whatever was asked for.
    pagination: true,
    select: { document: true },
    sort: 'document',
    where: whereOf(about),
  })
  return docs[0]?.document
}

/** What stands between the first and the last of a page in the other languages, which is little else. */
const slugsOf = async ({
  last,
  ...listed
}: Listed & { after: string | undefined; last: string | undefined }): Promise<
  Map<string, Record<string, null | string>>
> => {
  const found = new Map<string, Record<string, null | string>>()
  const { localization } = listed.payload.config
  if (last === undefined || !localization) return found
  for (const locale of localization.localeCodes) {
    if (locale === listed.locale) continue
    for (const { document, slug = null } of await readRows({ ...listed, last, limit: 0, locale }))
      found.set(document, { ...found.get(document), [locale]: slug })
  }
  return found
}
