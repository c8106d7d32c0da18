import type { mongo } from 'mongoose'

import { type Counter, endOfWindow } from './counter.ts'

export type StoredCount = { _id: string; expiresAt: Date; hits: number }

/** Counts for all processes together, in a collection that MongoDB empties by itself. */
export const countInMongodb = (counts: mongo.Collection<StoredCount>): Counter => {
  let isIndexed = false
  const makeIndex = async () => {
    isIndexed = true
    await counts.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 }).catch(() => {
      // Whatever was in the way; the next one to be counted tries again.
      isIndexed = false
    })
  }
  return async (name) => {
    if (!isIndexed) void makeIndex()
    const resetAt = endOfWindow()
    const add = () =>
      counts.findOneAndUpdate(
        { _id: `${name} ${resetAt.getTime()}` },
        { $inc: { hits: 1 }, $setOnInsert: { expiresAt: resetAt } },
        { maxTimeMS: 2000, returnDocument: 'after', upsert: true },
      )
    // Of two processes that count the first one, one finds that it is there.
    const stored = await add().catch((error: unknown) => {
      if ((error as { code?: unknown }).code === duplicateKey) return add()
      throw error
    })
    return { hits: stored?.hits ?? 1, resetAt }
  }
}

const duplicateKey = 11_000
