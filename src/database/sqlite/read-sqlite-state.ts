import { createClient } from '@libsql/client'
import { stat } from 'node:fs/promises'

import type { DatabaseState } from '../check-database.ts'
import { fileOfDatabase } from './file-of-database.ts'

/**
 * Reads the names of the migrations in an SQLite file without writing to it; a missing file is a new database.
 *
 * @throws Error with one sentence when the file is not an SQLite database.
 */
export const readSqliteState = async (url: string): Promise<DatabaseState> => {
  const file = fileOfDatabase(url)
  const found = await stat(file).catch(() => undefined)
  if (!found) {
    return { migrationNames: [] }
  }
  if (!found.isFile()) {
    throw new Error(
      `DATABASE_URL names ${file}, which is not a file: give the path of the SQLite file.`,
    )
  }
  if (found.size === 0) {
    return { migrationNames: [] }
  }
  try {
    const client = createClient({ url })
    try {
      await client.execute('PRAGMA busy_timeout = 5000')
      await client.execute('PRAGMA query_only = ON')
      const table = await client.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'payload_migrations'",
      )
      if (!table.rows.length) {
        return { migrationNames: [] }
      }
      const { rows } = await client.execute('SELECT name FROM payload_migrations ORDER BY name')
      return {
        migrationNames: rows.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
      }
    } finally {
      client.close()
    }
  } catch (error) {
    throw new Error(
      `The file ${file} cannot be read as an SQLite database (${error instanceof Error ? error.message : String(error)}): choose another path in DATABASE_URL or restore the file.`,
      { cause: error },
    )
  }
}
