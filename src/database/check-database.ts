import type { Payload } from 'payload'

import { databaseKind } from './database-kind.ts'
import { migrations as mongodbMigrations } from './migrations/mongodb/index.ts'
import { migrations as sqliteMigrations } from './migrations/sqlite/index.ts'
import { readMongodbState } from './mongodb/read-mongodb-state.ts'
import { readSqliteState } from './sqlite/read-sqlite-state.ts'

/** What a database says about itself before anything is changed in it. */
export type DatabaseState = {
  /** Names of the migrations it holds; none when it is new. */
  migrationNames: string[]
}

/**
 * Checks that a database can be used by this code, and changes nothing in it.
 *
 * @throws Error with one sentence that says what to do: unknown scheme, not reachable, no replica set, not a database,
 * or newer than the code.
 */
export const assertDatabaseUsable = async ({
  known,
  url,
}: {
  /** @default the committed migrations of that database */
  known?: { name: string }[] | undefined
  url: string
}): Promise<void> => {
  const kind = databaseKind(url)
  const state = await (kind === 'sqlite' ? readSqliteState(url) : readMongodbState(url))
  const names = new Set((known ?? committedMigrations[kind]).map(({ name }) => name))
  const unknown = state.migrationNames.filter((name) => !names.has(name))
  if (unknown.length) {
    throw new Error(
      `The database is newer than this code (it holds the migration ${unknown.at(-1)}): start the version of the code that wrote it, or a later one.`,
    )
  }
}

/** What an operator's monitoring is told. `unknown` when the database could not be asked. */
export type Readiness = {
  database: 'reachable' | 'unreachable'
  migrations: 'done' | 'pending' | 'unknown'
}

/** Whether the database answers, and whether it holds every migration of this code. Never throws. */
export const readReadiness = async (payload: Payload): Promise<Readiness> => {
  try {
    const { docs } = await payload.db.find<{ name: string }>({
      collection: 'payload-migrations',
      limit: 0,
      pagination: false,
    })
    const applied = new Set(docs.map(({ name }) => name))
    const known =
      payload.db.name === 'sqlite' ? committedMigrations.sqlite : committedMigrations.mongodb
    const isDone = known.every(({ name }) => applied.has(name))
    return { database: 'reachable', migrations: isDone ? 'done' : 'pending' }
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The database does not answer' })
    return unreachable
  }
}

export const unreachable: Readiness = { database: 'unreachable', migrations: 'unknown' }

const committedMigrations: Record<'mongodb' | 'sqlite', { name: string }[]> = {
  mongodb: mongodbMigrations,
  sqlite: sqliteMigrations,
}
