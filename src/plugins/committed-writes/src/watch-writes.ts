import type { Payload, PayloadRequest } from 'payload'

import {
  describeWrite,
  documentOfWrite,
  fieldsOfWrite,
  slugOfWrite,
  type WriteArgs,
  writingMethods,
  type WrittenDocument,
} from './describe-write.ts'
import { stateBefore, statesOfWrite } from './states-of-write.ts'
import type { Write } from './write.ts'

export type CommitListener<Seen = unknown> = {
  /**
   * After COMMIT, synchronously, and before whoever wrote is told: no later request can come before it. Called, too,
   * when COMMIT failed, for then nobody knows whether it took place.
   */
  afterCommit?: (writes: readonly Write[]) => void
  /**
   * Inside of the transaction, before COMMIT. It may write, with this `req`; when it throws, nothing is committed.
   * Of a transaction without a number, as databases without transactions have them, it is told after the write.
   */
  beforeCommit?: (about: {
    payload: Payload
    req: Pick<PayloadRequest, 'transactionID'>
    /** What `look` has answered. */
    seen: { get: (write: Write) => Seen | undefined }
    writes: readonly Write[]
  }) => Promise<void>
  /** Looks at a document right after it was written, to spare a reading of it; whoever wrote it may change it later. */
  look?: (document: WrittenDocument, write: Write) => Seen | undefined
  /**
   * Fields of a collection of which `afterCommit` wants to be told what they were and are. For that, a document is read
   * before it is written. @default none
   */
  statesOf?: (slug: string) => readonly string[]
  /** Which collections and globals are watched, by their slugs. */
  watches: (slug: string) => boolean
}

type TransactionId = number | string

type Database = {
  beginTransaction: () => Promise<null | TransactionId>
  commitTransaction: (id: Promise<TransactionId> | TransactionId) => Promise<void>
  rollbackTransaction: (id: Promise<TransactionId> | TransactionId) => Promise<void>
} & Record<string, ((args: WriteArgs) => Promise<unknown>) | undefined>

type Listener = CommitListener & { seen: WeakMap<Write, unknown> }

type Watching = {
  listeners: Listener[]
  /** What each open transaction has written so far. */
  open: Map<TransactionId, Write[]>
}

/**
 * Tells `listener` what each transaction of this process writes, whichever way it is written: below Payload's operations
 * and hooks, where every write passes. What another process writes, and what goes past the adapter's methods, it is not
 * told. To be called when the database is connected, as in `onInit`.
 */
export const watchWrites = <Seen>(payload: Payload, given: CommitListener<Seen>): void => {
  // What it is told that it has seen is what it has answered itself.
  const listener = { ...(given as CommitListener), seen: new WeakMap<Write, unknown>() }
  const known = watched.get(payload.db)
  if (known) {
    known.listeners.push(listener)
    return
  }
  const watching: Watching = { listeners: [listener], open: new Map() }
  watched.set(payload.db, watching)
  // The methods differ in their arguments and answers, which pass through unread except for what `WriteArgs` names.
  const db = payload.db as unknown as Database
  watchTransactions({ db, payload, watching })
  for (const name of Object.keys(writingMethods)) watchMethod({ db, name, payload, watching })
}

const watched = new WeakMap<object, Watching>()

type Context = { db: Database; payload: Payload; watching: Watching }

const watchTransactions = ({ db, payload, watching }: Context): void => {
  const { commitTransaction, rollbackTransaction } = db
  db.commitTransaction = async (incoming) => {
    const id = await incoming
    const writes = watching.open.get(id) ?? []
    await tellBefore({ payload, req: { transactionID: id }, watching, writes })
    try {
      await commitTransaction.call(db, id)
    } finally {
      watching.open.delete(id)
      tellAfter({ watching, writes })
    }
  }
  db.rollbackTransaction = async (incoming) => {
    const id = await incoming
    watching.open.delete(id)
    await rollbackTransaction.call(db, id)
  }
}

const watchMethod = ({ db, name, payload, watching }: Context & { name: string }): void => {
  const method = db[name]
  if (!method) return
  const write: WriteOnce = async ({ args, isInTransaction, writes }) => {
    const fields = fieldsOfWrite(args, name)
    // Outside of a transaction, somebody else may write between the reading and the writing.
    const wanted = isInTransaction ? wantedOf(watching, slugOfWrite(args)) : []
    const before =
      wanted.length > 0
        ? await stateBefore({ args, fields: wanted, operation: name, read: readOf(db) })
        : undefined
    const result = await method.call(db, args)
    const document = documentOfWrite({ args, operation: name, result })
    const states = statesOfWrite({ before, document, fields: wanted, operation: name })
    const written = describeWrite({ args, fields, operation: name, result, states })
    writes.push(written)
    if (document) showDocument({ document, watching, written })
    return result
  }
  db[name] = async (args) => {
    const slug = slugOfWrite(args)
    if (!watching.listeners.some(({ watches }) => watches(slug))) return method.call(db, args)
    const id = (await args.req?.transactionID) as TransactionId | undefined
    if (id) return write({ args, isInTransaction: true, writes: openWrites(watching, id) })
    return repeated(() => alone({ args, db, name, payload, slug, watching, write }))
  }
}

const showDocument = ({
  document,
  watching: { listeners },
  written,
}: {
  document: WrittenDocument
  watching: Watching
  written: Write
}): void => {
  for (const { look, seen, watches } of listeners)
    if (look && watches(written.slug)) seen.set(written, look(document, written))
}

type WriteOnce = (about: {
  args: WriteArgs
  isInTransaction: boolean
  writes: Write[]
}) => Promise<unknown>

const wantedOf = ({ listeners }: Watching, slug: string): string[] => [
  ...new Set(
    listeners.flatMap(({ statesOf, watches }) => (watches(slug) ? (statesOf?.(slug) ?? []) : [])),
  ),
]

const readOf =
  (db: Database) =>
  async (args: WriteArgs): Promise<unknown> =>
    db.findOne?.(args)

const openWrites = ({ open }: Watching, id: TransactionId): Write[] => {
  const writes = open.get(id) ?? []
  open.set(id, writes)
  return writes
}

/** A write without a transaction, in one of its own when somebody wants to write along with it. */
const alone = async ({
  args,
  db,
  name,
  payload,
  slug,
  watching,
  write,
}: Context & {
  args: WriteArgs
  name: string
  slug: string
  write: WriteOnce
}): Promise<unknown> => {
  const isJoined = watching.listeners.some(
    ({ beforeCommit, watches }) => beforeCommit && watches(slug),
  )
  const id = isJoined ? await db.beginTransaction() : null
  if (id === null) {
    const writes: Write[] = []
    try {
      const result = await write({ args, isInTransaction: false, writes })
      await tellBefore({ payload, req: {}, watching, writes })
      return result
    } catch (error) {
      // Of several documents, some may have been written.
      writes.push(describeWrite({ args, fields: undefined, operation: name, result: undefined }))
      throw error
    } finally {
      tellAfter({ watching, writes })
    }
  }
  try {
    // A copy, for adapters write into what they are given, and this may be done again.
    const req = { ...args.req, transactionID: id }
    const data = args.data && { ...args.data }
    const result = await write({
      args: { ...args, ...(data ? { data } : {}), req },
      isInTransaction: true,
      writes: openWrites(watching, id),
    })
    await db.commitTransaction(id)
    return result
  } catch (error) {
    await db.rollbackTransaction(id)
    throw error
  }
}

const mostRuns = 40

/**
 * Without a transaction, MongoDB lets a write wait for one that it meets; within one it is undone, and has to be done
 * again.
 */
const repeated = async (run: () => Promise<unknown>): Promise<unknown> => {
  for (let count = 1; ; count += 1) {
    try {
      return await run()
    } catch (error) {
      if (count === mostRuns || !isLost(error)) throw error
      const longest = Math.min(250, 4 * 2 ** Math.min(count, 6))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    }
  }
}

/** By what MongoDB's driver says of it: a conflict, or another reason to do the whole transaction again. */
const isLost = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: unknown } & Error
  const labels: unknown[] = Array.isArray(errorLabels) ? errorLabels : []
  return code === 112 || labels.includes('TransientTransactionError')
}

const tellBefore = async ({
  payload,
  req,
  watching: { listeners },
  writes,
}: {
  payload: Payload
  req: Pick<PayloadRequest, 'transactionID'>
  watching: Watching
  writes: readonly Write[]
}): Promise<void> => {
  // One after the other, for they share a transaction; and what they write themselves is no news to them.
  for (const { beforeCommit, seen, watches } of listeners) {
    const own = writes.filter(({ slug }) => watches(slug))
    if (own.length > 0) await beforeCommit?.({ payload, req, seen, writes: own })
  }
}

const tellAfter = ({
  watching: { listeners },
  writes,
}: {
  watching: Watching
  writes: readonly Write[]
}): void => {
  for (const { afterCommit, watches } of listeners) {
    const own = writes.filter(({ slug }) => watches(slug))
    if (own.length > 0) afterCommit?.(own)
  }
}
