export type BoundedStore<Value> = {
  get: (key: string) => undefined | Value
  set: (key: string, value: Value) => void
}

/** Keeps what was used last, up to a number of entries and of bytes. What alone is too large is not kept. */
export const createBoundedStore = <Value>({
  bytes,
  entries,
  sizeOf,
}: {
  bytes: number
  entries: number
  sizeOf: (value: Value) => number
}): BoundedStore<Value> => {
  const kept = new Map<string, Value>()
  let used = 0
  const drop = (key: string): void => {
    const value = kept.get(key)
    if (value === undefined) return
    kept.delete(key)
    used -= sizeOf(value)
  }
  return {
    get: (key) => {
      const value = kept.get(key)
      if (value !== undefined) {
        // A map tells its keys in the order in which they were set.
        kept.delete(key)
        kept.set(key, value)
      }
      return value
    },
    set: (key, value) => {
      drop(key)
      const size = sizeOf(value)
      if (size > bytes || entries < 1) return
      kept.set(key, value)
      used += size
      for (const oldest of kept.keys()) {
        if (used <= bytes && kept.size <= entries) break
        drop(oldest)
      }
    },
  }
}
