import type { Payload, PayloadRequest, TypeWithID } from 'payload'

import { randomUUID } from 'node:crypto'

import type { PublicView } from '../content/public-view.ts'
import { type SeenDocument, seenDocument } from '../content/seen-document.ts'
import type { ContentEvent } from '../model/content-event.ts'
import {
  type PublicDocument,
  publicDocumentsSlug,
  publicKey,
  unplaced,
} from '../model/public-documents.ts'
import type { ChangesOptions } from '../options.ts'

export type Kept = {
  collection: string
  /** Gives what has changed its place. @default it waits for one */
  givePlace?: () => number
  ids: readonly string[]
  /**
   * Whether the register is complete. While it is not, what readers do not see is written, too: so that a change of it
   * and the making of the register, which may not see each other, meet at one row, and the database lets one through.
   */
  isFilled: boolean
  options: ChangesOptions
  payload: Payload
  req: Pick<PayloadRequest, 'transactionID'>
  /** What is known of documents without reading them, by id. @default nothing */
  seen?: ReadonlyMap<string, SeenDocument>
}

type Content = Record<string, unknown> & TypeWithID

/**
 * Compares what readers see of these documents with what they saw before, and writes it down.
 *
 * @returns what has changed for them
 */
export const keepPublicDocuments = async (kept: Kept): Promise<ContentEvent[]> => {
  const { collection, ids, options } = kept
  const documents = await seeDocuments(kept)
  const rows = await readRows(kept)
  const events: ContentEvent[] = []
  for (const document of ids) {
    const { isThere = false, views, writtenAt } = documents.get(document) ?? {}
    const now = new Date().toISOString()
    // What was there before the register was last changed, at the latest, when it was last written.
    const at = kept.isFilled ? now : (writtenAt ?? now)
    for (const locale of options.locales) {
      const about = { document, documentCollection: collection, locale }
      const view = views?.get(locale)
      const row = rows.get(publicKey(about))
      const type = typeOf({ isThere, row, view })
      if (type) {
        const slug = view ? view.slug : (row?.slug ?? null)
        events.push({ at, collection, document, id: randomUUID(), locale, slug, type })
      }
      if (type || (!kept.isFilled && !row)) await writeRow({ about, at, kept, row, view })
    }
  }
  return events
}

const typeOf = ({
  isThere,
  row,
  view,
}: {
  isThere: boolean
  row: PublicDocument | undefined
  view: PublicView | undefined
}): ContentEvent['type'] | undefined => {
  const wasPublic = row?.state === 'public'
  if (!view) return wasPublic ? (isThere ? 'unpublished' : 'deleted') : undefined
  if (!wasPublic) return 'published'
  return row.hash === view.hash ? undefined : 'changed'
}

const writeRow = async ({
  about,
  at,
  kept: { givePlace = waiting, payload, req },
  row,
  view,
}: {
  about: Pick<PublicDocument, 'document' | 'documentCollection' | 'locale'>
  at: string
  kept: Kept
  row: PublicDocument | undefined
  view: PublicView | undefined
}): Promise<void> => {
  const place = givePlace()
  if (!row) {
    const state = view ? 'public' : 'hidden'
    await payload.db.create({
      collection: publicDocumentsSlug,
      data: {
        ...about,
        changedAt: at,
        hash: 'none',
        ...view,
        key: publicKey(about),
        place,
        publishedAt: at,
        state,
      },
      req,
    })
    return
  }
  const publishedAt = row.state === 'hidden' ? at : row.publishedAt
  await payload.db.updateOne({
    id: row.id,
    collection: publicDocumentsSlug,
    // What is gone keeps the slug by which readers knew it, and never gets one that they did not.
    data: view
      ? { ...view, changedAt: at, place, publishedAt, state: 'public' }
      : { changedAt: at, place, state: 'gone' },
    req,
    returning: false,
  })
}

const waiting = (): number => unplaced + Date.now()

/** What readers see of each document that there is, from what was just written where that is known. */
const seeDocuments = async (kept: Kept): Promise<ReadonlyMap<string, SeenDocument>> => {
  const { collection, ids, options, payload, seen } = kept
  const result = new Map<string, SeenDocument>()
  const unknown: string[] = []
  for (const id of ids) {
    const known = seen?.get(id)
    if (known) result.set(id, known)
    else unknown.push(id)
  }
  for (const doc of await readDocuments(kept, unknown))
    result.set(String(doc.id), seenDocument({ collection, doc, options, payload }))
  return result
}

/** As they are stored: with all languages, below Payload's hooks, so that nothing is hidden or made up. */
const readDocuments = async (
  { collection, payload, req }: Kept,
  ids: readonly string[],
): Promise<Content[]> => {
  if (ids.length === 0) return []
  // Other documents that name this one are none of its content. A package does not know which collections have such.
  const noJoins = { joins: false } as object
  const { docs } = await payload.db.find<Content>({
    ...noJoins,
    collection: collection as 'topics',
    limit: 0,
    pagination: false,
    req,
    where: { id: { in: [...ids] } },
  })
  return docs
}

const readRows = async ({
  collection,
  ids,
  payload,
  req,
}: Kept): Promise<Map<string, PublicDocument>> => {
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: 0,
    pagination: false,
    req,
    where: {
      and: [{ document: { in: [...ids] } }, { documentCollection: { equals: collection } }],
    },
  })
  return new Map(docs.map((row) => [row.key, row]))
}
