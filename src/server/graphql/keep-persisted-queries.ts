import { useAPQ } from '@graphql-yoga/plugin-apq'
import type { Plugin } from 'graphql-yoga'

import { createBoundedStore } from './bounded-store.ts'

/**
 * Apollo's automatic persisted queries: a client sends a document with its hash once, and the hash alone from then on.
 * Each process keeps its own; what one does not know, the client sends it.
 */
export const keepPersistedQueries = (): Plugin => {
  const store = createBoundedStore<string>({
    bytes: 8 * 1024 * 1024,
    entries: 1000,
    // A string takes up to two bytes for each of its characters.
    sizeOf: ({ length }) => 2 * length,
  })
  return useAPQ({
    store: {
      get: (hash) => Promise.resolve(store.get(hash)),
      set: (hash, document) => {
        store.set(hash, document)
        return Promise.resolve()
      },
    },
  })
}
