import type { Payload, PayloadRequest } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { type PublicDocument, publicDocumentsSlug, unplaced } from '../model/public-documents.ts'
import { readHead, writeHead } from './head.ts'

const atOnce = 100

/**
 * Gives what has changed its place in the order of changes.
 *
 * A change cannot get its place in the transaction that makes it. Where several transactions are open at once, as on
 * MongoDB, one that took a smaller number may commit after one that took a larger one, and whoever has read up to the
 * larger one would never hear of it; and if all took their numbers from one row, they would all fight for it. So what
 * changes is marked to wait, and is placed after its commit, a batch in a transaction that reads and writes the one row
 * which holds the last place. Of two such transactions the database lets one through; thus places become visible in
 * their order, with the row that tells the last one, and all that is placed up to a number which a reader has seen was
 * to be seen when it was read. A row only ever moves towards the end, so a reader that goes by place cannot pass it by.
 */
export const placeChanges = async (payload: Payload): Promise<void> => {
  while (await placeBatch(payload)) {
    // Until none waits.
  }
}

/**
 * The same for one who is about to read, and does not want to miss what was committed before. When other processes
 * place at the same moment it tries a few times; then what still waits comes with the next reading.
 */
export const tryPlacing = async (payload: Payload, attempts = 5): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await placeChanges(payload)
      return
    } catch (err) {
      if (attempt >= attempts) {
        payload.logger.debug({ err, msg: 'Changes are placed at the next attempt' })
        return
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}

/** @returns whether there may be more */
const placeBatch = async (payload: Payload): Promise<boolean> => {
  // Asked outside of any transaction first: most of the time nothing waits.
  if ((await findWaiting({ limit: 1, payload })).length === 0) return false
  return inTransaction(payload, async (req) => {
    const head = await readHead(payload, req)
    const rows = await findWaiting({ limit: atOnce, payload, req })
    if (rows.length === 0) return false
    for (const { id } of rows) {
      head.place += 1
      await payload.db.updateOne({
        id,
        collection: publicDocumentsSlug,
        data: { place: head.place },
        req,
        returning: false,
      })
    }
    await writeHead({ head, payload, req })
    return rows.length === atOnce
  })
}

const findWaiting = async ({
  limit,
  payload,
  req = {},
}: {
  limit: number
  payload: Payload
  req?: Pick<PayloadRequest, 'transactionID'>
}): Promise<PublicDocument[]> => {
  const { docs } = await payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit,
    pagination: false,
    req,
    select: { place: true },
    sort: 'place',
    where: { place: { greater_than_equal: unplaced } },
  })
  return docs
}
