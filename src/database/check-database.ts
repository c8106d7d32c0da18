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

/** True when the database answers and holds every migration of this code. Never throws. */
export const isDatabaseReady = async (payload: Payload): Promise<boolean> => {
  try {
    const { docs } = await payload.db.find<{ name: string }>({
      collection: 'payload-migrations',
      limit: 0,
      pagination: false,
    })
    const applied = new Set(docs.map(({ name }) => name))
    const known =
      payload.db.name === 'sqlite' ? committedMigrations.sqlite : committedMigrations.mongodb
    return known.every(({ name }) => applied.has(name))
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The database does not answer' })
    return false
  }
}

const committedMigrations: Record<'mongodb' | 'sqlite', { name: string }[]> = {
  mongodb: mongodbMigrations,
  sqlite: sqliteMigrations,
}
