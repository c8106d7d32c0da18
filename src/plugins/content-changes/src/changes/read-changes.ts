import type { Payload, Where } from 'payload'

import { type PublicDocument, publicDocumentsSlug, unplaced } from '../model/public-documents.ts'
import { readHead } from '../order/head.ts'
import { tryPlacing } from '../order/place-changes.ts'
import type { Cursor } from './cursor.ts'

/** Thrown for a cursor from which nobody can read on. */
export class CursorTooOldError extends Error {
  override name = 'CursorTooOldError'
}

export type ReadChanges = {
  cursor: Cursor
  hasMore: boolean
  rows: PublicDocument[]
}

/**
 * What has changed for readers behind a cursor, or all that they see now; each language of a document once, with what is
 * right now, in the order of their last changes.
 *
 * @throws {CursorTooOldError}
 */
export const readChanges = async ({
  collection,
  limit,
  locale,
  payload,
  since,
}: {
  /** @default all */
  collection?: string | undefined
  limit: number
  /** @default all */
  locale?: string | undefined
  payload: Payload
  /** @default begins with all that is public */
  since?: Cursor | undefined
}): Promise<ReadChanges> => {
  await tryPlacing(payload)
  // Before the rows: what gets a place after this one is not said to be known, whether these rows show it or not.
  const head = await readHead(payload)
  const from: Cursor = since ?? { epoch: head.epoch, place: 0, sync: head.place }
  assertReadable({ from, head, isNew: !since })
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: limit + 1,
    pagination: false,
    sort: 'place',
    where: {
      and: [
        ...(collection ? [{ documentCollection: { equals: collection } }] : []),
        ...(locale ? [{ locale: { equals: locale } }] : []),
        { place: { greater_than: from.place } },
        { place: { less_than: unplaced } },
        ...whatToTell(from),
      ],
    },
  })
  const rows = docs.slice(0, limit)
  const hasMore = docs.length > limit
  const last = rows.at(-1)?.place ?? from.place
  const place = hasMore ? last : Math.max(last, head.place)
  return { cursor: { ...from, place }, hasMore, rows }
}

/**
 * To one who began at `sync`, what was gone by then is no news. Said by what it is not, for by what it is, a database
 * would look for all of it, and sort it.
 */
const whatToTell = ({ place, sync }: Cursor): Where[] => [
  { state: { not_equals: 'hidden' } },
  ...(place < sync
    ? [{ or: [{ state: { not_equals: 'gone' } }, { place: { greater_than: sync } }] }]
    : []),
]

const assertReadable = ({
  from,
  head,
  isNew,
}: {
  from: Cursor
  head: { epoch: string; forgotten: number; place: number }
  isNew: boolean
}): void => {
  if (isNew) return
  // A place that was never given is one of a database that has since been restored from a backup.
  const isOfAnother = from.epoch !== head.epoch || from.place > head.place || from.sync > head.place
  if (isOfAnother || head.forgotten > Math.max(from.place, from.sync)) throw new CursorTooOldError()
}
