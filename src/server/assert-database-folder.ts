import path from 'node:path'

import { fileOfDatabase } from '../database/sqlite/file-of-database.ts'
import { type Env, SettingsError } from '../env.ts'
import { probeDirectory } from './probe-directory.ts'

/**
 * Checks the folder of the embedded database, where SQLite keeps files of its own beside the database. Only the data
 * directory is made when it is missing; any other missing folder may be a slip, or a disk that is not mounted.
 * @throws {SettingsError} when it does not exist or cannot be written to
 */
export const assertDatabaseFolder = ({
  databaseUrl,
  dataDir,
}: Pick<Env, 'databaseUrl' | 'dataDir'>): void => {
  if (!databaseUrl.startsWith('file:')) return
  const folder = path.dirname(fileOfDatabase(databaseUrl))
  if (folder === dataDir) return
  try {
    probeDirectory(folder)
  } catch (error) {
    throw new SettingsError(
      `The folder ${folder} of the database file does not exist or cannot be written to: make it, give this user the right to write there, or set DATABASE_URL to another path.`,
      { cause: error },
    )
  }
}
