/** Something that an adapter did. Times are milliseconds. */
export type DatabaseEvent =
  | {
      /** Including the wait for the right to write, where the operation has a transaction of its own. */
      ms: number
      isFailed: boolean
      isWrite: boolean
      /** The method of the adapter. */
      operation: string
      type: 'operation'
    }
  | { outcome: 'committed' | 'rolled_back'; type: 'transaction' }
  /** A transaction lost against another one; the operation is run again. */
  | { type: 'conflict' }
  /** A transaction waited for the one writer of SQLite, in this process or in another. */
  | { ms: number; type: 'write-wait' }

export type DatabaseWatcher = (event: DatabaseEvent) => void

/**
 * Tells `watcher` what the adapter does from now on. It must be quick, and must not throw.
 * @returns a function that ends it
 */
export const watchDatabase = (adapter: object, watcher: DatabaseWatcher): (() => void) => {
  const those = watchers.get(adapter) ?? new Set()
  watchers.set(adapter, those.add(watcher))
  return () => void those.delete(watcher)
}

/** Tells the watchers of an adapter, if there are any. */
export const tellWatchers = (adapter: object, event: DatabaseEvent): void => {
  for (const watcher of watchers.get(adapter) ?? []) watcher(event)
}

/** Whether anybody wants to be told. */
export const isWatched = (adapter: object): boolean => Boolean(watchers.get(adapter)?.size)

const watchers = new WeakMap<object, Set<DatabaseWatcher>>()
