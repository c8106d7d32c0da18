import type { Express } from 'express'

import type { ReadCache } from './read-cache.ts'

/** Plain numbers, for metrics. */
export type CacheStats = {
  bytes: number
  /** How often something that was written was looked for here. */
  drops: number
  entries: number
  hits: number
  /** Questions that joined another one which was being answered. */
  joins: number
  misses: number
  /** Answers that were not kept, for what they were made from was written meanwhile. */
  overtaken: number
}

/** The numbers of a server's cache. */
export const cacheStats = (app: Express): CacheStats | undefined => caches.get(app)?.stats()

export const noteCache = (app: Express, cache: ReadCache): void => {
  caches.set(app, cache)
}

const caches = new WeakMap<Express, ReadCache>()
