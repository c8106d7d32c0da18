import type { Payload, PayloadRequest } from 'payload'

import { keepPublicDocuments } from '../follow/keep-public-documents.ts'
import { inTransaction } from '../in-transaction.ts'
import { type Progress, progressSlug, writeProgress } from '../model/progress.ts'
import { type PublicDocument, publicDocumentsSlug } from '../model/public-documents.ts'
import type { ChangesOptions } from '../options.ts'
import { beginOrder, readHead, writeHead } from '../order/head.ts'
import { fillKey, readFill } from './fill-state.ts'

const atOnce = 50

type Place = { options: ChangesOptions; payload: Payload }

/**
 * Makes the register of what was written before there was one, or past Payload: goes through all documents, a batch
 * in a transaction, and remembers how far it is, so that a start that was cut off goes on there. The first time nobody
 * is told, for readers saw it before; later, when nobody knew which documents a write has changed, who listens is told.
 *
 * @returns whether there may be more to do
 */
export const fillBatch = async ({ options, payload }: Place): Promise<boolean> => {
  for (const collection of options.collections) {
    // Asked outside of any transaction first: most of the time nothing is to be done.
    if ((await readFill({ collection, payload }))?.stage === 'done') continue
    await inTransaction(payload, (req) => fillSome({ collection, options, payload, req }))
    return true
  }
  return false
}

/**
 * Of a new database the register is complete at once; whatever else there is to do has time until the server listens.
 * Costs one query when it is.
 */
export const fillEmpty = async ({ options, payload }: Place): Promise<void> => {
  const { totalDocs } = await payload.db.count({
    collection: progressSlug,
    where: { key: { in: options.collections.map(fillKey) } },
  })
  if (totalDocs === options.collections.length) return
  await inTransaction(payload, async (req) => {
    for (const collection of options.collections) {
      const known = await readFill({ collection, payload, req })
      const batch = { collection, options, payload, req }
      if (!known && (await isEmpty(batch))) await fillSome(batch)
    }
  })
}

const isEmpty = async ({ collection, payload, req }: Batch): Promise<boolean> => {
  const { docs } = await payload.db.find({
    collection: collection as 'topics',
    limit: 1,
    pagination: false,
    req,
    select: { id: true },
  })
  return docs.length === 0
}

type Batch = Place & { collection: string; req: Pick<PayloadRequest, 'transactionID'> }

const fillSome = async (batch: Batch): Promise<void> => {
  const known = await readFill(batch)
  if (known?.stage === 'done') return
  await beginOrder(batch.payload, batch.req)
  if (known?.stage === 'rows') await compareRows(batch, known)
  else await compareDocuments(batch, known)
}

const compareDocuments = async (batch: Batch, known: null | Progress): Promise<void> => {
  const { collection, payload, req } = batch
  const { docs } = await payload.db.find({
    collection: collection as 'topics',
    limit: atOnce,
    pagination: false,
    req,
    select: { id: true },
    sort: 'id',
    ...(known?.after ? { where: { id: { greater_than: known.after } } } : {}),
  })
  const ids = docs.map(({ id }) => String(id))
  const isFirst = !known?.isFilled
  await keep({ batch, ids, isFirst })
  const isLast = ids.length < atOnce
  await writeProgress({
    data: {
      after: isLast ? null : (ids.at(-1) ?? null),
      isFilled: isLast || !isFirst,
      // The first time there are no rows of documents that are not: who deletes one takes its row along.
      stage: isLast ? (isFirst ? 'done' : 'rows') : 'documents',
    },
    key: fillKey(collection),
    known,
    payload,
    req,
  })
}

/** Finds what is in the register, and no longer there. */
const compareRows = async (batch: Batch, known: Progress): Promise<void> => {
  const { collection, payload, req } = batch
  const { docs: rows } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: atOnce,
    pagination: false,
    req,
    sort: 'key',
    where: {
      and: [
        { documentCollection: { equals: collection } },
        ...(known.after ? [{ key: { greater_than: known.after } }] : []),
      ],
    },
  })
  const wanted = [
    ...new Set(rows.filter(({ state }) => state === 'public').map(({ document }) => document)),
  ]
  const { docs } = await payload.db.find({
    collection: collection as 'topics',
    limit: 0,
    pagination: false,
    req,
    select: { id: true },
    where: { id: { in: wanted } },
  })
  const there = new Set(docs.map(({ id }) => String(id)))
  await keep({ batch, ids: wanted.filter((id) => !there.has(id)), isFirst: false })
  const isLast = rows.length < atOnce
  await writeProgress({
    data: { after: isLast ? null : (rows.at(-1)?.key ?? null), stage: isLast ? 'done' : 'rows' },
    key: fillKey(collection),
    known,
    payload,
    req,
  })
}

const keep = async ({
  batch: { collection, options, payload, req },
  ids,
  isFirst,
}: {
  batch: Batch
  ids: readonly string[]
  isFirst: boolean
}): Promise<void> => {
  if (ids.length === 0) return
  const head = await readHead(payload, req)
  const before = head.place
  // These are many, so they get their places at once, and are not written twice.
  const givePlace = () => (head.place += 1)
  const isFilled = !isFirst
  const kept = { collection, givePlace, ids, isFilled, options, payload, req }
  const events = await keepPublicDocuments(kept)
  if (head.place > before) await writeHead({ head, payload, req })
  if (isFilled && events.length > 0) await options.onEvents({ events, payload, req })
}
