import type { Payload, Where } from 'payload'

import type { Delivery } from '../model/rows.ts'
import { deliveriesSlug } from '../slugs.ts'

/** What is still to be sent. */
export const isOpen: Where = { state: { in: ['waiting', 'retrying'] } }

/** What of a webhook is due, in the order in which it took place. */
export const findDue = async ({
  limit,
  now,
  payload,
  webhook,
}: {
  limit: number
  now: Date
  payload: Payload
  webhook: string
}): Promise<Delivery[]> => {
  const { docs } = await payload.db.find<Delivery>({
    collection: deliveriesSlug,
    limit,
    pagination: false,
    sort: 'place',
    where: { and: [{ webhook: { equals: webhook } }, isOpen, isDue(now)] },
  })
  return docs
}

export const isDue = (now: Date): Where => ({
  nextAttemptAt: { less_than_equal: now.toISOString() },
})

/** The next one of the same document and webhook that is still to be sent, before or after this one. */
export const findNeighbour = async (
  { document, place, webhook }: Delivery,
  { direction, payload }: { direction: 'after' | 'before'; payload: Payload },
): Promise<Delivery | undefined> => {
  // Tests are about no document, and wait for nothing.
  if (!document) return undefined
  const isBefore = direction === 'before'
  const { docs } = await payload.db.find<Delivery>({
    collection: deliveriesSlug,
    limit: 1,
    pagination: false,
    sort: isBefore ? '-place' : 'place',
    where: {
      and: [
        { document: { equals: document } },
        { webhook: { equals: webhook } },
        isOpen,
        { place: isBefore ? { less_than: place } : { greater_than: place } },
      ],
    },
  })
  return docs[0]
}

/**
 * Changes a delivery if it is still as `where` says; another process may have been faster.
 * @returns whether it was
 */
export const changeDelivery = async ({
  data,
  id,
  payload,
  where,
}: {
  data: Partial<Delivery>
  id: string
  payload: Payload
  where: Where
}): Promise<boolean> => {
  const changed = await payload.db.updateOne({
    collection: deliveriesSlug as 'topics',
    data,
    where: { and: [{ id: { equals: id } }, where] },
  })
  return Boolean(changed)
}
