import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-sqlite'

import type { DatabaseMigration } from '../../src/database/run-migrations.ts'

/** A migration that makes the schema of whatever config runs it, for configs that have no committed migrations. */
export const schemaOfConfig: DatabaseMigration = {
  down: () => Promise.resolve(),
  name: '20000101_000000_schema_of_config',
  up: async ({ db, payload }: { db: WriterLike; payload: Payload }) => {
    if (payload.db.name !== 'sqlite') {
      return
    }
    // The name says which adapter it is.
    const adapter = payload.db as unknown as SQLiteAdapter
    const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
    const after = await generateDrizzleJson(adapter.schema)
    // Drizzle's own declaration leaves the snapshot of an empty database untyped.
    const before = adapter.defaultDrizzleSnapshot as typeof after
    for (const statement of await generateMigration(before, after)) {
      await db.run(sql.raw(statement))
    }
  },
}

type WriterLike = { run: (query: ReturnType<typeof sql.raw>) => Promise<unknown> }
