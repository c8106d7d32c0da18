import type { Payload } from 'payload'

import { deliveriesSlug } from '../slugs.ts'

const keptMs = 30 * 24 * 60 * 60 * 1000

/** Forgets what is older than thirty days, sent or not. */
export const pruneDeliveries = async (payload: Payload, now = new Date()): Promise<void> => {
  const before = new Date(now.getTime() - keptMs).toISOString()
  await payload.db.deleteMany({
    collection: deliveriesSlug,
    where: { createdAt: { less_than: before } },
  })
}
