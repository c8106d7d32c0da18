import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

import type { ForeignWrite, ForeignWrites, Watch } from '../watch-other-processes.ts'

/** How long MongoDB waits for something to tell before it says that there is nothing. */
const waitMs = 100

/** Before it is tried again. */
const pauseMs = 200

/**
 * Follows the change stream of the database, and tells what was written to the collections and globals that Payload
 * knows, by this process too. When the stream breaks it goes on where it was; when that cannot be, anything may have been
 * written meanwhile.
 */
export const watchChangeStream: Watch = ({ currentForMs, payload, tell }) => {
  const adapter = payload.db as unknown as MongooseAdapter // what it has beside its declared type
  const places = placesOf(adapter, payload)
  let token: unknown
  let askedAt = -Infinity
  let isOpen = false
  let isStopped = false

  const follow = async () => {
    const { db } = adapter.connection
    if (!db) throw new Error('The connection is not open.')
    isOpen = false
    const session = adapter.connection.getClient().startSession()
    try {
      const isNew = token === undefined
      const { cursor: begun } = (await db.command(
        {
          aggregate: 1,
          cursor: {},
          pipeline: [
            { $changeStream: isNew ? {} : { resumeAfter: token } },
            {
              $match: { $or: [{ 'ns.coll': { $in: [...places.keys()] } }, { documentKey: null }] },
            },
            { $project: { documentKey: 1, ns: 1, operationType: 1, updateDescription: 1 } },
          ],
        },
        { session },
      )) as Batch
      isOpen = true
      if (isNew) tell('anything')
      const take = ({ firstBatch, nextBatch = firstBatch ?? [], postBatchResumeToken }: Cursor) => {
        if (nextBatch.length > 0) tell(toWrites(nextBatch, places))
        token = postBatchResumeToken ?? nextBatch.at(-1)?._id ?? token
      }
      take(begun)
      while (!isStopped) {
        const at = performance.now()
        const { cursor } = (await db.command(
          { collection: '$cmd.aggregate', getMore: begun.id, maxTimeMS: waitMs },
          { session },
        )) as Batch
        take(cursor)
        askedAt = at
        if (Number(cursor.id) === 0) throw new Error('The change stream has ended.')
      }
    } finally {
      await session.endSession()
    }
  }

  const run = async () => {
    while (!isStopped) {
      try {
        await follow()
      } catch (error) {
        if (isStopped) return
        // What cannot be gone on with is begun anew.
        if (!isOpen) token = undefined
        payload.logger.debug({ err: error, msg: 'The change stream broke and is followed anew' })
        await new Promise((resolve) => setTimeout(resolve, pauseMs).unref())
      }
    }
  }
  const ended = run()
  return {
    isCurrent: () => performance.now() - askedAt < currentForMs,
    stop: async () => {
      isStopped = true
      await ended
      askedAt = -Infinity
    },
  }
}

type Event = {
  _id: unknown
  documentKey?: { _id: unknown }
  ns?: { coll?: string }
  operationType: string
  updateDescription?: {
    removedFields?: string[]
    truncatedArrays?: { field: string }[]
    updatedFields?: object
  }
}

type Cursor = {
  firstBatch?: Event[]
  id: unknown
  nextBatch?: Event[]
  postBatchResumeToken?: unknown
}

type Batch = { cursor: Cursor }

/** What lies in a collection of the database: one of Payload's, its versions, or all globals. */
type Place = { isVersion: boolean; slugs: string[]; ofGlobals: boolean }

const placesOf = (adapter: MongooseAdapter, { config }: Payload): Map<string, Place> => {
  const globals = config.globals.map(({ slug }) => slug)
  const all = [...config.collections.map(({ slug }) => slug), ...globals]
  return new Map([
    ...Object.entries(adapter.collections).map(([slug, model]): [string, Place] => [
      model.collection.name,
      { isVersion: false, ofGlobals: false, slugs: [slug] },
    ]),
    ...all.flatMap((slug): [string, Place][] => {
      const name = adapter.versions[slug]?.collection.name
      return name ? [[name, { isVersion: true, ofGlobals: false, slugs: [slug] }]] : []
    }),
    [adapter.globals.collection.name, { isVersion: false, ofGlobals: true, slugs: globals }],
  ])
}

const toWrites = (events: readonly Event[], places: Map<string, Place>): ForeignWrites => {
  const writes: ForeignWrite[] = []
  for (const { documentKey, ns, operationType, updateDescription: update } of events) {
    const place = places.get(ns?.coll ?? '')
    // A collection, or the whole database, was dropped or renamed.
    if (!documentKey || !place) return 'anything'
    const isDelete = operationType === 'delete'
    for (const slug of place.slugs) {
      writes.push({
        fields: update && fieldsOf(update),
        ids: place.ofGlobals || place.isVersion ? undefined : [String(documentKey._id)],
        isVersion: place.isVersion,
        operation: place.isVersion && isDelete ? 'deleteVersions' : operationType,
        slug,
      })
    }
  }
  return writes
}

const fieldsOf = ({
  removedFields = [],
  truncatedArrays = [],
  updatedFields = {},
}: NonNullable<Event['updateDescription']>): string[] => {
  const paths = [
    ...Object.keys(updatedFields),
    ...removedFields,
    ...truncatedArrays.map(({ field }) => field),
  ]
  return [...new Set(paths.map((path) => path.replace(/\..*$/s, '')))]
}
