import type { Payload } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { type PublicDocument, publicDocumentsSlug } from '../model/public-documents.ts'
import { readHead, writeHead } from './head.ts'

const atOnce = 100
const dayMs = 24 * 60 * 60 * 1000

/**
 * Forgets what has been gone for longer than `days`, and remembers up to where in the order of changes: whoever has not
 * read as far can no longer be told what is gone.
 *
 * @returns whether there may be more
 */
export const forgetGone = ({
  days,
  now = Date.now(),
  payload,
}: {
  days: number
  /** @default this moment */
  now?: number
  payload: Payload
}): Promise<boolean> =>
  inTransaction(payload, async (req) => {
    const before = new Date(now - days * dayMs).toISOString()
    const { docs } = await payload.db.find<PublicDocument>({
      collection: publicDocumentsSlug,
      limit: atOnce,
      pagination: false,
      req,
      select: { place: true },
      sort: 'changedAt',
      where: { and: [{ state: { equals: 'gone' } }, { changedAt: { less_than: before } }] },
    })
    if (docs.length === 0) return false
    const head = await readHead(payload, req)
    const places = docs.map(({ place }) => Math.min(place, head.place))
    head.forgotten = Math.max(head.forgotten, ...places)
    await writeHead({ head, payload, req })
    await payload.db.deleteMany({
      collection: publicDocumentsSlug,
      req,
      where: { id: { in: docs.map(({ id }) => id) } },
    })
    return docs.length === atOnce
  })
