import type { Payload, PayloadRequest } from 'payload'

/** One call of the database adapter that wrote. */
export type Write = {
  /** Whether `slug` names a collection or a global. */
  entity: 'collection' | 'global'
  /** Names of the fields that were written; undefined when they are not known, as for documents that are deleted. */
  fields: readonly string[] | undefined
  /** The documents that were written; undefined when they are not known: any of the collection may have been. */
  ids: readonly string[] | undefined
  /** A version was written, and not what readers see. */
  isVersion: boolean
  /** The method of the adapter, such as `updateOne`. */
  operation: string
  slug: string
}

export type CommitListener = {
  /**
   * After COMMIT, synchronously, and before whoever wrote is told: no later request can come before it. Called, too,
   * when COMMIT failed and nobody knows whether it took place.
   */
  afterCommit?: (writes: readonly Write[]) => void
  /** Inside of the transaction, before COMMIT. It may write, with this `req`; when it throws, nothing is committed. */
  beforeCommit?: (about: {
    payload: Payload
    req: Pick<PayloadRequest, 'transactionID'>
    writes: readonly Write[]
  }) => Promise<void>
  /** Which collections and globals are watched. */
  watches: (slug: string) => boolean
}

/** Tells `listener` what each transaction of this process writes. Called once the database is connected (`onInit`). */
export declare const watchWrites: (payload: Payload, listener: CommitListener) => void
