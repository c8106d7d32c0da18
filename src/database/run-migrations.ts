import { type BaseDatabaseAdapter, createLocalReq, type PayloadRequest } from 'payload'

/** A migration of either database: Payload's, with the arguments that its database gives it. */
export type DatabaseMigration = {
  down: (args: never) => Promise<void>
  name: string
  up: (args: never) => Promise<void>
}

export type MigrationStore = {
  /** Begins a transaction and returns its id. */
  begin: () => Promise<null | number | string>
  /** Names that the database holds, as the open transaction sees them; without `transactionID`, as everyone does. */
  appliedNames: (transactionID?: number | string) => Promise<string[]>
  /** Called in the transaction after each migration; throws when what it left behind is not sound. */
  verify?: (transactionID: number | string) => Promise<void>
}

/**
 * Runs the migrations that the database does not hold, each in a transaction, in any mode of Node. Safe when several
 * processes start at once: what another one has run meanwhile is skipped.
 *
 * @throws Error that names the migration; the transaction is rolled back and the process goes on.
 */
export const runMigrations = async ({
  adapter,
  migrations,
  store,
}: {
  adapter: BaseDatabaseAdapter
  migrations: DatabaseMigration[]
  store: MigrationStore
}): Promise<void> => {
  const applied = new Set(await store.appliedNames())
  for (const migration of migrations.filter(({ name }) => !applied.has(name))) {
    await runOne({ adapter, migration, store })
  }
}

const runOne = async ({
  adapter,
  migration,
  store,
}: {
  adapter: BaseDatabaseAdapter
  migration: DatabaseMigration
  store: MigrationStore
}) => {
  const { payload } = adapter
  const started = performance.now()
  const id = await store.begin()
  if (id === null) {
    throw new Error('Migrations need a database with transactions.')
  }
  try {
    const applied = await store.appliedNames(id)
    if (applied.includes(migration.name)) {
      await adapter.rollbackTransaction(id)
      return
    }
    const req: PayloadRequest = await createLocalReq({}, payload)
    req.transactionID = id
    const session = adapter.sessions?.[id]
    // Each migration declares the arguments of its own database, of which these are the sum.
    await migration.up({ db: session?.db, payload, req, session } as never)
    await adapter.create({
      collection: 'payload-migrations',
      data: { batch: applied.length + 1, name: migration.name },
      req,
    })
    await store.verify?.(id)
    await adapter.commitTransaction(id)
    payload.logger.info(
      `Migrated ${migration.name} in ${Math.round(performance.now() - started)} ms`,
    )
  } catch (error) {
    await adapter.rollbackTransaction(id)
    throw new Error(
      `The migration ${migration.name} failed and was taken back: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}
