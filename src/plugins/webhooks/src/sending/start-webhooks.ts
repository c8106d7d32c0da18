import type { Payload } from 'payload'

import { findWebhooks } from '../find-webhooks.ts'
import { optionsOf } from '../options-of.ts'
import { sendDueTo } from './send-due.ts'
import { pruneDeliveries } from './prune-deliveries.ts'

const hourMs = 60 * 60 * 1000

/**
 * Sends what is due, from now on: first what was left when a process ended. It asks the database again and again, so
 * that it does not matter which process has written it. A webhook that is slow keeps no other one waiting.
 *
 * @returns a function that ends it; it resolves when nothing is under way any more
 */
export const startWebhooks = (
  payload: Payload,
  {
    everyMs = 1000,
    timeoutMs,
  }: {
    /** Milliseconds between two looks. @default 1000 */
    everyMs?: number
    /** Milliseconds that a receiver has for its answer. @default 15_000 */
    timeoutMs?: number
  } = {},
): (() => Promise<void>) => {
  if (!optionsOf(payload).enabled) return () => Promise.resolve()
  const ending = new AbortController()
  const { signal } = ending
  const underWay = new Map<string, Promise<void>>()
  const sending = { signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) }
  let pruneAt = 0
  let timer: NodeJS.Timeout | undefined

  const look = async (): Promise<void> => {
    if (Date.now() >= pruneAt) {
      pruneAt = Date.now() + hourMs
      await pruneDeliveries(payload)
    }
    for (const { id } of await findWebhooks({ payload })) {
      if (signal.aborted || underWay.has(id)) continue
      const work = sendDueTo(id, { payload, sending })
        .catch((err: unknown) => {
          payload.logger.error({ err, msg: 'Webhook messages are sent at the next attempt' })
        })
        .finally(() => underWay.delete(id))
      underWay.set(id, work)
    }
  }
  const run = async (): Promise<void> => {
    try {
      await look()
    } catch (err) {
      payload.logger.error({ err, msg: 'Webhooks could not be looked up' })
    }
    if (!signal.aborted) timer = setTimeout(begin, everyMs)
  }
  let looking = Promise.resolve()
  const begin = (): void => {
    looking = run()
  }
  begin()
  return async () => {
    ending.abort()
    clearTimeout(timer)
    await looking
    await Promise.all(underWay.values())
  }
}
