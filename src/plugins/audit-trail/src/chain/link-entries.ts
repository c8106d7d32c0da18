import type { Payload, PayloadRequest } from 'payload'

import { toEvent } from '../model/entry.ts'
import { inboxSlug, trailSlug } from '../model/slugs.ts'
import { hashEntry } from './hash-entry.ts'
import { readHead, writeHead } from './head.ts'

type Waiting = { event: Record<string, unknown>; id: number | string }

const atOnce = 50

/**
 * Gives all events that wait their places in the chain, oldest first. Each batch is one transaction that reads and
 * writes the head, so that of several processes only one can append at a time.
 */
const linkEntries = async (payload: Payload): Promise<void> => {
  while (await linkBatch(payload)) {
    // Until none is left.
  }
}

/**
 * Links everything that waits now, also when other processes append at the same moment.
 *
 * @throws what kept it from linking for longer than `withinMs`
 */
export const linkAll = async (payload: Payload, { withinMs = 10_000 } = {}): Promise<void> => {
  const until = performance.now() + withinMs
  for (;;) {
    try {
      await linkEntries(payload)
      return
    } catch (error) {
      if (performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80))
    }
  }
}

/**
 * What could not be linked waits for the next time; another process that was quicker is the usual reason.
 *
 * @param failures how often in a row it has failed before
 * @returns the same after this time
 */
export const tryLinking = async (payload: Payload, failures = 0): Promise<number> => {
  try {
    await linkEntries(payload)
    return 0
  } catch (err) {
    const level = failures % 60 === 5 ? 'error' : 'debug'
    payload.logger[level]({ err, msg: 'The audit trail is linked at the next attempt' })
    return failures + 1
  }
}

/** @returns whether there may be more */
const linkBatch = async (payload: Payload): Promise<boolean> => {
  // Asked outside of any transaction first: most of the time nothing waits.
  if ((await findWaiting(payload)).length === 0) return false
  const transactionID = await payload.db.beginTransaction()
  const req = transactionID === null ? {} : { transactionID }
  try {
    const waiting = await findWaiting(payload, req)
    const head = await readHead(payload, req)
    for (const { event } of waiting) {
      const entry = { ...toEvent(event), previousHash: head.hash, seq: head.seq + 1 }
      head.hash = hashEntry(entry)
      head.seq = entry.seq
      await payload.db.create({
        collection: trailSlug,
        data: { ...entry, hash: head.hash },
        req,
      })
    }
    if (waiting.length > 0) {
      await writeHead({ head, payload, req })
      await payload.db.deleteMany({
        collection: inboxSlug,
        req,
        where: { id: { in: waiting.map(({ id }) => id) } },
      })
    }
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
    return waiting.length === atOnce
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

const findWaiting = async (payload: Payload, req?: Partial<PayloadRequest>): Promise<Waiting[]> => {
  const { docs } = await payload.db.find<Waiting>({
    collection: inboxSlug,
    limit: atOnce,
    pagination: false,
    ...(req ? { req } : {}),
    sort: 'place',
  })
  return docs
}
