import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'

import type { ForeignWrite, ForeignWrites, Watch } from '../watch-other-processes.ts'

/** How long MongoDB waits for something to tell before it says that there is nothing. */
const waitMs = 100

/** Before it is tried again. */
const pauseMs = 200

/**
 * Follows the change stream of the database, and tells what was written to the collections and globals that Payload
 * knows, by this process too where it was not in a transaction. When the stream breaks it goes on where it was; when
 * that cannot be, anything may have been written meanwhile.
 */
export const watchChangeStream: Watch = ({ currentForMs, payload, tell }) => {
  const adapter = payload.db as unknown as MongooseAdapter // what it has beside its declared type
  const places = placesOf(adapter, payload)
  const isOwn = noteSessions(adapter)
  let token: unknown
  let askedAt = -Infinity
  let isOpen = false
  let isStopped = false

  const follow = async () => {
    const { db } = adapter.connection
    if (!db) throw new Error('The connection is not open.')
    isOpen = false
    let cursorId: unknown
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
            {
              $project: { documentKey: 1, lsid: 1, ns: 1, operationType: 1, updateDescription: 1 },
            },
          ],
        },
        { session },
      )) as Batch
      isOpen = true
      if (isNew) tell('anything')
      const take = ({ firstBatch, nextBatch = firstBatch ?? [], postBatchResumeToken }: Cursor) => {
        const foreign = nextBatch.filter((event) => !isOwn(event))
        if (foreign.length > 0) tell(toWrites(foreign, places))
        token = postBatchResumeToken ?? nextBatch.at(-1)?._id ?? token
      }
      take(begun)
      cursorId = begun.id
      while (!isStopped) {
        const at = performance.now()
        const { cursor } = (await db.command(
          // MongoDB takes the first name for that of the command.
          { getMore: begun.id, collection: '$cmd.aggregate', maxTimeMS: waitMs },
          { session },
        )) as Batch
        take(cursor)
        askedAt = at
        if (Number(cursor.id) === 0) throw new Error('The change stream has ended.')
      }
    } finally {
      // It would wait at the server for whoever comes no more.
      const end = { killCursors: '$cmd.aggregate', cursors: [cursorId] }
      if (cursorId !== undefined) await db.command(end, { session }).catch(() => undefined)
      await session.endSession()
    }
  }

  // What is set elsewhere meanwhile.
  const hasEnded = (): boolean => isStopped
  const run = async () => {
    while (!isStopped) {
      try {
        await follow()
      } catch (error) {
        if (hasEnded()) return
        // What cannot be gone on with is begun anew.
        if (!isOpen) token = undefined
        payload.logger.warn({ err: error, msg: 'The change stream broke and is followed anew' })
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
  /** Of what was written in a transaction. */
  lsid?: { id: { toString: (encoding: 'hex') => string } }
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

/** Nobody has so many transactions under way at once. */
const mostSessions = 10_000

/**
 * Whether this process has written it in a transaction. Such writes are known here when they are committed, and better
 * than the stream could tell them; it comes to them later.
 */
const noteSessions = (adapter: MongooseAdapter): ((event: Event) => boolean) => {
  const own = new LRUCache<string, true>({ max: mostSessions })
  const { commitTransaction } = adapter
  adapter.commitTransaction = async (incoming) => {
    const id = await incoming
    // The driver gives a session its name when it is first used.
    const { id: name } = (adapter.sessions[id] ?? {}) as { id?: Event['lsid'] }
    const key = name?.id.toString('hex')
    if (key) own.set(key, true)
    try {
      await commitTransaction.call(adapter, id)
    } catch (error) {
      // It may be committed later, when it is known as failed here.
      if (key) own.delete(key)
      throw error
    }
  }
  return ({ lsid }) => lsid !== undefined && own.get(lsid.id.toString('hex')) === true
}

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
