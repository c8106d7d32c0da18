import type { mongo } from 'mongoose'
import type { Payload } from 'payload'

import { countInMemory } from './count-in-memory.ts'
import { countInMongodb, type StoredCount } from './count-in-mongodb.ts'
import type { Counter } from './counter.ts'
import { countWithin } from './count-within.ts'

/** The counter of a server: its own memory on SQLite, one collection for all processes on MongoDB. */
export const counterOf = (payload: Payload): Counter => {
  const known = counters.get(payload)
  if (known) return known
  const { db, logger } = payload
  const counter =
    db.name === 'mongoose'
      ? countWithin(2000, { counter: countInMongodb(countsOf(db)), logger })
      : countInMemory()
  counters.set(payload, counter)
  return counter
}

const counters = new WeakMap<Payload, Counter>()

const countsOf = (db: unknown): mongo.Collection<StoredCount> =>
  (db as MongodbAdapter).connection.collection<StoredCount>('request-counts')

type MongodbAdapter = {
  connection: { collection: <T extends mongo.Document>(name: string) => mongo.Collection<T> }
}
