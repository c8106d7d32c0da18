import { randomUUID } from 'node:crypto'

import { type HeldRows, holdRows } from './bulk/held-rows.ts'
import type { Writer, WriterDatabase } from './writer.ts'
import type { WriteLease, WriteQueue } from './write-queue.ts'

import { TransactionEndedError } from '../transaction-ended-error.ts'
import type { DatabaseEvent } from '../watch-database.ts'

export type Session = {
  db: WriterDatabase
  reject: () => Promise<void>
  resolve: () => Promise<void>
}

export type TransactionOptions = {
  /** Whether relations are checked. @default true */
  foreignKeys?: boolean
  /**
   * For many documents that are new, so that nothing of them has to be looked for. They are written many at a time: before
   * the next statement that is not such an insert, at the latest before COMMIT; so a row that the database refuses may
   * fail a later operation. And COMMIT does not wait for the disk: after a power failure the last ones may be missing,
   * each as a whole. @default false
   */
  isBulk?: boolean
}

export type Transactions = {
  /** @returns the id of the new transaction. */
  begin: (options?: TransactionOptions) => Promise<string>
  /** @throws whatever COMMIT failed with, and when the transaction is unknown or was rolled back. */
  commit: (id: unknown) => Promise<void>
  /** Does nothing when the transaction has ended already. */
  rollback: (id: unknown) => Promise<void>
  isOpen: (id: unknown) => id is string
  /** The rows that a bulk transaction holds. */
  heldBy: (id: unknown) => HeldRows | undefined
  /** Keeps the transaction from ending while `operation` is under way. */
  during: <T>(id: string, operation: () => Promise<T>) => Promise<T>
}

/** The transactions of one process: one at a time, all on one connection. */
export const createTransactions = ({
  onCommit,
  queue,
  sessions,
  tell,
  writer,
}: {
  onCommit: () => void
  queue: WriteQueue
  /** Where Payload looks for the connection of a transaction. */
  sessions: Record<string, Session>
  /** Is told how transactions end, and how long they waited for their turn. */
  tell: (event: DatabaseEvent) => void
  writer: Writer
}): Transactions => {
  const open = new Map<string, OpenTransaction>()

  const end = async (id: string, how: 'commit' | 'rollback') => {
    const transaction = open.get(id)
    if (!transaction) {
      return
    }
    open.delete(id)
    let outcome: 'committed' | 'rolled_back' = 'rolled_back'
    try {
      await Promise.allSettled(transaction.underWay)
      await writer[how]()
      outcome = how === 'commit' ? 'committed' : outcome
    } finally {
      tell({ outcome, type: 'transaction' })
      delete sessions[id]
      transaction.lease.release()
    }
  }

  const rollback = async (incoming: unknown) => {
    const id = await incoming
    if (typeof id === 'string') {
      await end(id, 'rollback')
    }
  }

  return {
    begin: async ({ foreignKeys = true, isBulk = false } = {}) => {
      const askedAt = performance.now()
      const lease = await queue.acquire()
      try {
        const held = isBulk ? holdRows() : undefined
        const db = await writer.begin({ foreignKeys, held, onStatement: () => lease.touch() })
        tell({ ms: performance.now() - askedAt, type: 'write-wait' })
        const id = randomUUID()
        open.set(id, { held, lease, underWay: new Set() })
        sessions[id] = {
          db,
          reject: () => end(id, 'rollback'),
          resolve: () => end(id, 'commit'),
        }
        lease.onLost = () => void rollback(id).catch(() => lease.release())
        return id
      } catch (error) {
        lease.release()
        throw error
      }
    },
    commit: async (incoming) => {
      const id = await incoming
      if (typeof id !== 'string' || !open.has(id)) {
        throw new TransactionEndedError('commit')
      }
      await end(id, 'commit')
      onCommit()
    },
    during: async (id, operation) => {
      const underWay = open.get(id)?.underWay
      if (!underWay) {
        throw new TransactionEndedError('write')
      }
      const promise = operation()
      underWay.add(promise)
      try {
        return await promise
      } finally {
        underWay.delete(promise)
      }
    },
    heldBy: (id) => (typeof id === 'string' ? open.get(id)?.held : undefined),
    isOpen: (id): id is string => typeof id === 'string' && open.has(id),
    rollback,
  }
}

type OpenTransaction = {
  held: HeldRows | undefined
  lease: WriteLease
  underWay: Set<Promise<unknown>>
}
