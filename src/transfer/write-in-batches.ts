import { setTimeout as pause } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'

import { withConflictRetry } from '../database/index.ts'
import { rawDatabase } from './raw-database.ts'

/** How long one transaction may keep editors from saving, and how long they have between two. */
const batchMs = 150
const gapMs = 10
const smallestBatch = 5
const largestBatch = 200

/** An item that was refused before anything of it was written, so that its transaction need not be undone. */
export class RefusedItemError extends Error {
  override name = 'RefusedItemError'
  constructor(cause: unknown) {
    super('The item was refused.', { cause })
  }
}

export type BatchWriter<Item> = {
  /** Takes an item; writes when enough are there. */
  add: (item: Item) => Promise<void>
  /** Writes what is left. */
  flush: () => Promise<void>
}

/**
 * Writes items in transactions of about 150 ms, so that people can save between two of them while a server runs on the
 * same database. When one item cannot be written, its transaction is undone and the others of it are written alone.
 */
export const writeInBatches = <Item>({
  begin = () => Promise.resolve(),
  finish = () => Promise.resolve(),
  foreignKeys = true,
  onFailed,
  onWritten,
  payload,
  prepare = (items) => Promise.resolve(items),
  write,
}: {
  /** What is looked up at the beginning of each transaction, about all that it writes. */
  begin?: (items: readonly Item[], req: PayloadRequest) => Promise<void>
  /** What is written at the end of each transaction, about all that it wrote. */
  finish?: (written: readonly Item[], req: PayloadRequest) => Promise<void>
  /** Whether SQLite shall check relations; without, documents may come before those that they refer to. */
  foreignKeys?: boolean
  onFailed: (item: Item, error: unknown) => void
  onWritten: (items: readonly Item[]) => void
  payload: Payload
  /** What is to be written of a batch, found out before its transaction begins. */
  prepare?: (items: Item[]) => Promise<Item[]>
  write: (item: Item, req: PayloadRequest) => Promise<void>
}): BatchWriter<Item> => {
  const db = rawDatabase(payload)
  let size = 10
  let waiting: Item[] = []

  /** @returns the items that were refused, each with the reason */
  const inOneTransaction = (items: Item[]): Promise<Map<Item, unknown>> =>
    withConflictRetry(async () => {
      const refused = new Map<Item, unknown>()
      // Alone, an item is refused where it is written, and with words that tell of it.
      const isBulk = items.length > 1
      const transactionID = await db.beginTransaction({ foreignKeys, isBulk })
      const req = requestOf(payload, transactionID)
      try {
        await begin(items, req)
        for (const item of items) {
          try {
            await write(item, req)
          } catch (error) {
            if (!(error instanceof RefusedItemError)) throw error
            refused.set(item, error.cause)
          }
        }
        await finish(
          items.filter((item) => !refused.has(item)),
          req,
        )
        if (transactionID !== null) await db.commitTransaction(transactionID)
        return refused
      } catch (error) {
        if (transactionID !== null) await db.rollbackTransaction(transactionID)
        throw error
      }
    })

  const writeAll = async (items: Item[]): Promise<void> => {
    try {
      const refused = await inOneTransaction(items)
      onWritten(items.filter((item) => !refused.has(item)))
      for (const [item, error] of refused) onFailed(item, error)
    } catch (error) {
      const [first, ...others] = items
      if (first !== undefined && others.length === 0) onFailed(first, error)
      else for (const item of items) await writeAll([item])
    }
  }

  const flush = async (): Promise<void> => {
    const items = await prepare(waiting)
    waiting = []
    if (items.length === 0) return
    const start = performance.now()
    await writeAll(items)
    const perItem = (performance.now() - start) / items.length
    size = Math.max(smallestBatch, Math.min(largestBatch, Math.round(batchMs / perItem)))
    await pause(gapMs)
  }

  return {
    add: async (item) => {
      waiting.push(item)
      if (waiting.length >= size) await flush()
    },
    flush,
  }
}

/** Of a request only the transaction, for nobody is behind it: no person, no language, no address. */
const requestOf = (payload: Payload, transactionID: null | number | string): PayloadRequest =>
  ({
    context: {},
    headers: new Headers(),
    payload,
    ...(transactionID === null ? {} : { transactionID }),
  }) as PayloadRequest
