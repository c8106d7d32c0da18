import type { MigrateUpArgs } from '@payloadcms/db-sqlite'

import { sql } from '@payloadcms/db-sqlite'

/** Runs the statements of a migration one after the other, in its transaction. */
export const runStatements = async ({
  db,
  statements,
}: {
  db: MigrateUpArgs['db']
  statements: string[]
}): Promise<void> => {
  for (const statement of statements) {
    await db.run(sql.raw(statement))
  }
}
