import type { Client } from '@libsql/client'
import type { DatabaseAdapterObj } from 'payload'

import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { isolateObjectProperty } from 'payload'

import { assertDatabaseUsable } from '../check-database.ts'
import { migrations as committedMigrations } from '../migrations/sqlite/index.ts'
import { listOrders } from '../list-orders.ts'
import { type DatabaseMigration, runMigrations } from '../run-migrations.ts'
import { TransactionEndedError } from '../transaction-ended-error.ts'
import { tellWatchers } from '../watch-database.ts'
import { wrapOperations } from '../wrap-operations.ts'
import { addIndexes } from './add-indexes.ts'
import { createMigration } from './create-migration.ts'
import { createMigrationStore } from './migration-store.ts'
import { negatedOperators } from './negated-operators.ts'
import { createStatistics } from './statistics.ts'
import { writeInBulk } from './bulk/write-in-bulk.ts'
import { openConnection } from './open-connection.ts'
import type { KnowsDataVersion } from './watch-data-version.ts'
import { planReads } from './reads/plan-reads.ts'
import { createTransactions, type Session } from './transactions.ts'
import { createWriteQueue, type WriteQueueOptions } from './write-queue.ts'
import { trailingEquals } from './trailing-equals.ts'
import { createWriter } from './writer.ts'
import { refuseMissingReference } from './refuse-missing-reference.ts'

export type SqliteDatabaseOptions = WriteQueueOptions & {
  /**
   * What brings the schema up to date at start.
   * @default the committed migrations
   */
  migrations?: DatabaseMigration[]
  /** `file:` and the path of the database. The folder has to exist. */
  url: string
}

/**
 * Payload's SQLite adapter with a serial writer: transactions run one after the other on a connection of their own,
 * each write without a transaction gets one, and a COMMIT that fails is an error to the caller. Several processes
 * may use one file.
 */
export const sqliteDatabase = ({
  lockTimeoutMs,
  migrations = committedMigrations,
  url,
}: SqliteDatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> => {
  const base = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    migrationDir: 'src/database/migrations/sqlite',
    push: false,
    transactionOptions: {},
  })
  return {
    ...base,
    init: (args) => makeSerial({ adapter: base.init(args), lockTimeoutMs, migrations, url }),
  }
}

const makeSerial = ({
  adapter,
  lockTimeoutMs,
  migrations,
  url,
}: SqliteDatabaseOptions & {
  adapter: SQLiteAdapter
  migrations: DatabaseMigration[]
}): SQLiteAdapter => {
  const queue = createWriteQueue({ lockTimeoutMs })
  const writer = createWriter({ schema: () => adapter.schema, url })
  /** Connections that were replaced, and are closed a little later: a read of several steps may be at its second one. */
  const former = new Set<Client>()
  const retire = (client: Client) => {
    former.add(client)
    setTimeout(() => {
      if (former.delete(client)) client.close()
    }, 5000).unref()
  }
  const openReader = async () => {
    adapter.client = await openConnection({ role: 'reader', url })
    adapter.drizzle = drizzle(adapter.client, { schema: adapter.schema })
  }
  const statistics = createStatistics({
    onError: (err) => adapter.payload.logger.warn({ err, msg: 'No statistics were gathered' }),
    queue,
    reader: () => adapter.client,
    renewReader: async () => {
      retire(adapter.client)
      await openReader()
    },
    writer,
  })
  // Payload's own type of a session names the transaction class of each driver; reads use only what both have.
  const sessions = adapter.sessions as unknown as Record<string, Session>
  const transactions = createTransactions({
    onCommit: statistics.gatherIfDue,
    queue,
    sessions,
    tell: (event) => tellWatchers(adapter, event),
    writer,
  })

  adapter.beforeSchemaInit = [
    ({ schema }) => {
      addIndexes({
        lists: listOrders(adapter.payload.config).map(({ slug, ...list }) => ({
          ...list,
          table: adapter.tableNameMap.get(slug.replaceAll('-', '_')) ?? '',
        })),
        tables: adapter.rawTables,
      })
      return schema
    },
  ]
  adapter.operators = { ...adapter.operators, ...negatedOperators, ...trailingEquals }
  // With one transaction per document, a document that fails leaves no half in a bulk operation.
  adapter.bulkOperationsSingleTransaction = true
  // Payload names no options; a transfer brings many documents, and some before those that they refer to.
  adapter.beginTransaction = (options) =>
    transactions.begin({
      foreignKeys: options?.foreignKeys !== false,
      isBulk: options?.isBulk === true,
    })
  adapter.commitTransaction = transactions.commit
  adapter.rollbackTransaction = transactions.rollback

  planReads(adapter)
  writeInBulk(adapter, transactions.heldBy)
  wrapOperations(adapter, async ({ args, isWrite, name, run: runPlain }) => {
    const run: typeof runPlain = (given) => refuseMissingReference(() => runPlain(given))
    const given = await args.req?.transactionID
    if (isWrite) {
      statistics.countWrite()
    } else {
      statistics.gatherIfGrown()
    }
    if (transactions.isOpen(given)) {
      try {
        return await transactions.during(given, () => run(args))
      } catch (error) {
        if (name === 'updateJobs') {
          // Payload begins a transaction for this one operation and forgets it on an error.
          await transactions.rollback(given)
        }
        throw error
      }
    }
    if (!isWrite) {
      return run(args)
    }
    if (given) {
      throw new TransactionEndedError('write')
    }
    return queue.isolate(async () => {
      const id = await transactions.begin()
      try {
        const req = isolateObjectProperty(args.req ?? {}, 'transactionID')
        req.transactionID = id
        const result = await transactions.during(id, () => run({ ...args, req }))
        await transactions.commit(id)
        return result
      } catch (error) {
        await transactions.rollback(id)
        throw error
      }
    })
  })

  const migrate = (wanted: DatabaseMigration[]) =>
    runMigrations({
      adapter,
      migrations: wanted,
      store: createMigrationStore({ reader: () => adapter.client, sessions, transactions }),
    })
  adapter.migrate = (options) => migrate(options?.migrations ?? migrations)

  adapter.createMigration = ({ migrationName }) => createMigration({ adapter, name: migrationName })

  adapter.connect = async () => {
    await assertDatabaseUsable({ known: migrations, url })
    await openReader()
    adapter.resolveInitializing()
    await migrate(migrations)
    await statistics.gather()
  }

  const { destroy } = adapter
  adapter.destroy = async () => {
    await queue.idle()
    await statistics.close()
    for (const client of [...former, adapter.client]) client.close()
    former.clear()
    // So that the file alone is the whole database; another process that is reading may prevent it.
    await writer.checkpoint()
    writer.close()
    await destroy?.call(adapter)
  }

  const known: KnowsDataVersion = { readDataVersion: writer.dataVersion }
  return Object.assign(adapter, known)
}
