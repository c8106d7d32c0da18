import { sql } from '@payloadcms/db-sqlite'
import type { Client } from '@libsql/client'

import type { MigrationStore } from '../run-migrations.ts'
import type { Session, Transactions } from './transactions.ts'

/**
 * Migrations on SQLite. They run without foreign keys, for a table is changed by dropping and making it anew, which
 * would delete what refers to it; that all references are whole is checked before the commit.
 */
export const createMigrationStore = ({
  reader,
  sessions,
  transactions,
}: {
  reader: () => Client
  sessions: Record<string, Session>
  transactions: Transactions
}): MigrationStore => {
  const rows = async (raw: string, transactionID?: number | string) => {
    const session = transactionID === undefined ? undefined : sessions[transactionID]
    const result = await (session ? session.db.run(sql.raw(raw)) : reader().execute(raw))
    return result.rows
  }
  return {
    appliedNames: async (transactionID) => {
      const tables = await rows(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'payload_migrations'",
        transactionID,
      )
      const names = tables.length
        ? await rows('SELECT name FROM payload_migrations', transactionID)
        : []
      return names.map((row) => textOf(row.name))
    },
    begin: () => transactions.begin({ foreignKeys: false }),
    verify: async (transactionID) => {
      const [broken] = await rows('PRAGMA foreign_key_check', transactionID)
      if (broken) {
        throw new Error(`${textOf(broken.table)} would refer to a missing ${textOf(broken.parent)}`)
      }
    },
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
