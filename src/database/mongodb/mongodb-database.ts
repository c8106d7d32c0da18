import type { DatabaseAdapterObj } from 'payload'

import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'

import { assertDatabaseUsable } from '../check-database.ts'
import { migrations as committedMigrations } from '../migrations/mongodb/index.ts'
import { type DatabaseMigration, runMigrations } from '../run-migrations.ts'
import { TransactionEndedError } from '../transaction-ended-error.ts'
import { type ConflictScope, currentConflictScope } from '../with-conflict-retry.ts'
import { wrapOperations } from '../wrap-operations.ts'
import { addListIndexes } from './add-list-indexes.ts'
import { commitSession } from './commit-session.ts'
import { isTransactionConflict } from './is-transaction-conflict.ts'
import { retryLocalOperations } from './retry-local-operations.ts'

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

  const begin: typeof beginTransaction = async (options) => {
    const scope = currentConflictScope()
    const id = await beginTransaction.call(adapter, options)
    if (id !== null) {
      begunBy.set(id, scope)
    }
    return id
  }

  const report = (error: unknown, id: null | number | string | undefined) => {
    if (isTransactionConflict(error)) {
      const scope = id ? begunBy.get(id) : currentConflictScope()
      if (scope) {
        scope.conflict = error
      }
    }
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
      delete adapter.sessions[id]
      await commitSession(session)
    } catch (error) {
      report(error, id)
      throw error
    } finally {
      begunBy.delete(id)
    }
  }
  adapter.rollbackTransaction = async (incoming) => {
    const id = await incoming
    await rollbackTransaction.call(adapter, id)
    begunBy.delete(id)
  }

  wrapOperations(adapter, async ({ args, isWrite, run }) => {
    const id = await args.req?.transactionID
    if (isWrite && id && !adapter.sessions[id]?.inTransaction()) {
      throw new TransactionEndedError('write')
    }
    try {
      return await run(args)
    } catch (error) {
      report(error, id)
      throw error
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
    retryLocalOperations(adapter.payload)
    await migrate(migrations)
  }

  return adapter
}
