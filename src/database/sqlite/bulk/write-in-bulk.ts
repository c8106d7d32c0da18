import { randomUUID } from 'node:crypto'

import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Table } from '@payloadcms/db-sqlite/drizzle'

import type { HeldRows, Row } from './held-rows.ts'

type WriteArgs = Record<string, unknown> & { req?: { transactionID?: unknown } }

type Operation = (this: SQLiteAdapter, args: WriteArgs) => Promise<unknown>

type Insert = (args: {
  db: unknown
  onConflictDoUpdate?: unknown
  tableName: string
  values: Row | Row[]
}) => Promise<Row[]>

/**
 * Lets bulk transactions hold back the rows that Payload's adapter inserts one statement after the other. A document
 * that was created is answered from what was given, not read again; of the versions of one document only the last to be
 * created is the latest.
 */
export const writeInBulk = (
  adapter: SQLiteAdapter,
  heldBy: (transactionID: unknown) => HeldRows | undefined,
): void => {
  // Payload declares these for the collections of a project, and inserts for the tables of one database.
  const db = adapter as unknown as Record<'create' | 'createVersion', Operation> & {
    insert: Insert
    tables: Record<string, Table>
  }
  const { create, createVersion, insert } = db

  /** The adapter, with its rows going to those that are held. */
  const holding = (held: HeldRows): SQLiteAdapter => {
    const own: Insert = (args) => {
      const table = db.tables[args.tableName]
      const rows = table && !args.onConflictDoUpdate && held.hold(table, [args.values].flat())
      return rows ? Promise.resolve(rows) : insert.call(adapter, args)
    }
    return Object.create(adapter, {
      execute: { value: () => Promise.resolve() },
      insert: { value: own },
    }) as SQLiteAdapter
  }

  db.create = async (args) => {
    const held = heldBy(await args.req?.transactionID)
    if (!held) return create.call(adapter, args)
    const now = new Date().toISOString()
    const given = args.data as Row
    const id = args.customID ?? given.id ?? randomUUID()
    const data = { ...given, createdAt: given.createdAt ?? now, updatedAt: given.updatedAt ?? now }
    await create.call(holding(held), {
      ...args,
      customID: id,
      data: { ...data },
      returning: false,
    })
    return args.returning === false ? null : { ...data, id }
  }

  db.createVersion = async (args) => {
    const held = heldBy(await args.req?.transactionID)
    const { collectionSlug, parent, updatedAt } = args as VersionArgs
    const table = held && tableOfVersions(collectionSlug)
    // Versions that are written by now are to be changed where they are.
    if (!table || args.returning !== false || held.hasReleasedVersionOf(parent))
      return createVersion.call(adapter, args)
    for (const row of held.of(table))
      if (row.parent === parent && 'latest' in row && String(row.updatedAt) < updatedAt)
        row.latest = false
    return createVersion.call(holding(held), args)
  }

  const tableOfVersions = (slug: string): Table | undefined => {
    const name = adapter.tableNameMap.get(`_${slug.replaceAll('-', '_')}${adapter.versionsSuffix}`)
    return name === undefined ? undefined : db.tables[name]
  }
}

type VersionArgs = { collectionSlug: string; parent: string; updatedAt: string }
