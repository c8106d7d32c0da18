import type { Express } from 'express'
import request from 'supertest'
import { vi } from 'vitest'

import { cacheStats, type CacheStats } from '../../src/server/read-cache/cache-stats.ts'

/** The numbers of a server's cache, once it answers from memory: on MongoDB it has to be told of all writes first. */
export const untilCurrent = async (app: Express): Promise<() => CacheStats> => {
  const stats = (): CacheStats => cacheStats(app)!
  await vi.waitFor(async () => {
    const { hits } = stats()
    await request(app).get('/api/topics?depth=0')
    await request(app).get('/api/topics?depth=0')
    if (stats().hits === hits) throw new Error('Nothing is answered from memory.')
  }, 10_000)
  return stats
}
