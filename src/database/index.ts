import type { DatabaseAdapterObj } from 'payload'

import { databaseKind } from './database-kind.ts'
import { mongodbDatabase } from './mongodb/mongodb-database.ts'
import { sqliteDatabase } from './sqlite/sqlite-database.ts'

export { withConflictRetry } from './with-conflict-retry.ts'

/**
 * The database adapter for Payload's `db`, chosen by the scheme of `url` alone:
 * `file:` is the embedded SQLite, `mongodb://` and `mongodb+srv://` a MongoDB replica set.
 *
 * @throws Error with one sentence for any other scheme.
 */
export const databaseAdapter = ({ url }: { url: string }): DatabaseAdapterObj =>
  databaseKind(url) === 'sqlite' ? sqliteDatabase({ url }) : mongodbDatabase({ url })
