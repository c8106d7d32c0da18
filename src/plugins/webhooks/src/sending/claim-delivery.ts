import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

import type { Delivery } from '../model/rows.ts'
import { changeDelivery, findNeighbour, isDue, isOpen } from './open-deliveries.ts'

/** Longer than reading a document and sending it can take. Who has not finished by then is taken for dead. */
const leaseMs = 60_000

/**
 * Takes a delivery to be sent by this process. Not when another process has it, nor while an earlier one of the same
 * document waits: then it waits with it.
 *
 * @returns the claim, under which the outcome is to be written
 */
export const claimDelivery = async (
  delivery: Delivery,
  { now, payload }: { now: Date; payload: Payload },
): Promise<string | undefined> => {
  const { id } = delivery
  const where = { and: [isOpen, isDue(now)] }
  const earlier = await findNeighbour(delivery, { direction: 'before', payload })
  if (earlier) {
    const { nextAttemptAt } = earlier
    const later = new Date(now.getTime() + 1000).toISOString()
    const data = { nextAttemptAt: nextAttemptAt > later ? nextAttemptAt : later }
    await changeDelivery({ data, id, payload, where })
    // What ended in between has woken this one before it went to sleep.
    if (await findNeighbour(delivery, { direction: 'before', payload })) return undefined
    await changeDelivery({ data: { nextAttemptAt: now.toISOString() }, id, payload, where: isOpen })
    return undefined
  }
  const claim = randomUUID()
  const nextAttemptAt = new Date(now.getTime() + leaseMs).toISOString()
  const isMine = await changeDelivery({ data: { claim, nextAttemptAt }, id, payload, where })
  return isMine ? claim : undefined
}
