import type { DatabaseAdapterObj, Where } from 'payload'

import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'

import { assertDatabaseUsable } from '../check-database.ts'
import { migrations as committedMigrations } from '../migrations/mongodb/index.ts'
import { type DatabaseMigration, runMigrations } from '../run-migrations.ts'
import { TransactionEndedError } from '../transaction-ended-error.ts'
import { type ConflictScope, currentConflictScope } from '../with-conflict-retry.ts'
import { tellWatchers } from '../watch-database.ts'
import { type OperationArgs, wrapOperations } from '../wrap-operations.ts'
import { addListIndexes } from './add-list-indexes.ts'
import { commitSession } from './commit-session.ts'
import { isTransactionConflict } from './is-transaction-conflict.ts'
import { retryLocalOperations } from './retry-local-operations.ts'
import { createRightOfWay, type Turn } from './right-of-way.ts'
import { simplifyFilter } from './simplify-filter.ts'
import { TransactionLostError } from './transaction-lost-error.ts'
import { writeInBulk } from './write-in-bulk.ts'

export type MongodbDatabaseOptions = {
  /**
   * What is run at start.
   * @default the committed migrations
   */
  migrations?: DatabaseMigration[]
  /** `mongodb://` or `mongodb+srv://`, of a replica set or a sharded cluster, with the name of the database. */
  url: string
}

/**
 * Payload's MongoDB adapter with transactions always on. A transaction that loses against another one is reported to
 * `withConflictRetry`, and the Local API repeats such operations by itself.
 */
export const mongodbDatabase = ({
  migrations = committedMigrations,
  url,
}: MongodbDatabaseOptions): DatabaseAdapterObj<MongooseAdapter> => {
  const base = mongooseAdapter({
    connectOptions: { autoIndex: false },
    // A hint to count by id makes MongoDB fetch every document.
    disableIndexHints: true,
    ensureIndexes: true,
    migrationDir: 'src/database/migrations/mongodb',
    transactionOptions: {
      readConcern: { level: 'snapshot' },
      readPreference: 'primary',
      // Payload and mongoose bring two versions of the class; the driver takes its plain form.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      writeConcern: { w: 'majority' },
    },
    url,
  })
  return {
    ...base,
    // Payload declares only what all adapters have in common.
    init: (args) => makeSafe({ adapter: base.init(args) as MongooseAdapter, migrations, url }),
  }
}

const makeSafe = ({
  adapter,
  migrations,
  url,
}: {
  adapter: MongooseAdapter
  migrations: DatabaseMigration[]
  url: string
}): MongooseAdapter => {
  const begunBy = new Map<number | string, ConflictScope | undefined>()
  const { beginTransaction, connect, init, rollbackTransaction, transactionOptions } = adapter
  const rightOfWay = createRightOfWay(() => adapter.connection.collection<Turn>('write-turns'))

  /** One that lost again keeps the right of way for its next run. */
  const end = async (id: number | string) => {
    const scope = begunBy.get(id)
    begunBy.delete(id)
    bulk.end(id)
    if (scope?.conflict === undefined) {
      await rightOfWay.release()
    }
  }

  const begin: typeof beginTransaction = async (options) => {
    const scope = currentConflictScope()
    await (scope && scope.run > 1 ? rightOfWay.take() : rightOfWay.giveWay())
    const id = await beginTransaction.call(adapter, options)
    if (id !== null) {
      begunBy.set(id, scope)
      if (options?.isBulk === true) bulk.begin(id)
    }
    return id
  }

  /** The error to throw: a lost transaction is noted for whoever can run the operation again. */
  const report = (error: unknown, id: null | number | string | undefined) => {
    if (!isTransactionConflict(error)) {
      return error
    }
    const scope = id ? begunBy.get(id) : currentConflictScope()
    if (!scope) {
      return error
    }
    if (scope.conflict === undefined) tellWatchers(adapter, { type: 'conflict' })
    scope.conflict = error
    return new TransactionLostError(error)
  }

  adapter.bulkOperationsSingleTransaction = true
  adapter.beginTransaction = begin
  adapter.commitTransaction = async (incoming) => {
    const id = await incoming
    // Payload's type also covers the sessions of SQL databases.
    const session = adapter.sessions[id]
    try {
      if (!session?.inTransaction()) {
        throw new TransactionEndedError('commit')
      }
      await bulk.release(id)
      delete adapter.sessions[id]
      await commitSession(session)
      tellWatchers(adapter, { outcome: 'committed', type: 'transaction' })
    } catch (error) {
      if (begunBy.has(id)) tellWatchers(adapter, { outcome: 'rolled_back', type: 'transaction' })
      throw report(error, id)
    } finally {
      await end(id)
    }
  }
  adapter.rollbackTransaction = async (incoming) => {
    const id = await incoming
    await rollbackTransaction.call(adapter, id)
    if (begunBy.has(id)) tellWatchers(adapter, { outcome: 'rolled_back', type: 'transaction' })
    await end(id)
  }

  const bulk = writeInBulk(adapter)
  wrapOperations(adapter, async ({ args: given, isWrite, name, run }) => {
    const id = await given.req?.transactionID
    const args = simplified(withoutAll(id && name === 'count' ? countingAll(given) : given))
    if (isWrite && id && !adapter.sessions[id]?.inTransaction()) {
      throw new TransactionEndedError('write')
    }
    try {
      if (!heldOperations.includes(name)) await bulk.release(id)
      return await run(args)
    } catch (error) {
      throw report(error, id)
    }
  })

  adapter.init = async () => {
    await init?.call(adapter)
    addListIndexes(adapter)
  }

  const migrate = (wanted: DatabaseMigration[]) =>
    runMigrations({
      adapter,
      migrations: wanted,
      store: {
        appliedNames: async (transactionID) => {
          const found = await adapter.connection
            .collection<{ name?: unknown }>('payload-migrations')
            .find({}, transactionID ? { session: adapter.sessions[transactionID] } : {})
            .toArray()
          return found.map(({ name }) => String(name))
        },
        begin,
      },
    })
  adapter.migrate = (options) => migrate(options?.migrations ?? migrations)

  adapter.connect = async (options) => {
    await assertDatabaseUsable({ known: migrations, url })
    await connect?.call(adapter, options)
    // Payload switches transactions off when the URL itself does not name a replica set.
    adapter.transactionOptions = transactionOptions
    adapter.beginTransaction = begin
    // Payload logs errors as they pass; this one is run again, and said to the log when that does not help.
    adapter.payload.config.loggingLevels = {
      ...adapter.payload.config.loggingLevels,
      ...{ [TransactionLostError.name]: 'debug' },
    }
    retryLocalOperations(adapter.payload)
    await migrate(migrations)
  }

  return adapter
}

/** What a bulk transaction holds back. */
const heldOperations = ['create', 'createVersion']

/** Payload estimates the size of a whole collection, which MongoDB refuses in a transaction; so name a filter. */
const countingAll = (args: OperationArgs & { where?: Where }): OperationArgs =>
  args.where && Object.keys(args.where).length > 0
    ? args
    : Object.assign({ ...args }, { where: { id: { exists: true } } })

const simplified = (args: OperationArgs & { where?: Where }): OperationArgs =>
  args.where ? Object.assign({ ...args }, { where: simplifyFilter(args.where) }) : args

/**
 * Documents in all languages are what MongoDB holds. Told so in as many words, Payload 3.90 looks for the documents of a
 * join under the names of the languages (\`programsen\`) and finds none.
 */
const withoutAll = (args: OperationArgs & { locale?: unknown }): OperationArgs =>
  args.locale === 'all' ? Object.assign({ ...args }, { locale: undefined }) : args
