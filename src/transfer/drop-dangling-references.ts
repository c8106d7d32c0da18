import type { Payload } from 'payload'

type Row = Record<string, unknown>

type Client = { execute: (statement: string) => Promise<{ rows: Row[] }> }

type Sqlite = {
  beginTransaction: () => Promise<string>
  client: Client
  commitTransaction: (id: string) => Promise<void>
  rollbackTransaction: (id: string) => Promise<void>
  sessions: Record<string, { db: { run: (statement: string) => Promise<unknown> } }>
}

/**
 * Empties references to documents that are not there: MongoDB keeps one to a document that was deleted, SQLite refuses
 * the next change of a document that has one. Does what SQLite itself would have done at the deletion.
 *
 * @returns how many there were
 */
export const dropDanglingReferences = async (payload: Payload): Promise<number> => {
  if (payload.db.name === 'mongoose') return 0
  const { client } = sqliteOf(payload)
  const { rows } = await client.execute('PRAGMA foreign_key_check')
  if (rows.length === 0) return 0
  const statements: string[] = []
  for (const { fkid, rowid, table } of rows) {
    const { rows: keys } = await client.execute(`PRAGMA foreign_key_list("${String(table)}")`)
    const key = keys.find(({ id }) => id === fkid)
    if (!key) continue
    const where = `WHERE rowid = ${Number(rowid)}`
    statements.push(
      key.on_delete === 'CASCADE'
        ? `DELETE FROM "${String(table)}" ${where}`
        : `UPDATE "${String(table)}" SET "${String(key.from)}" = NULL ${where}`,
    )
  }
  await runAll(payload, statements)
  return rows.length
}

// Payload declares only what all adapters have in common.
const sqliteOf = ({ db }: Payload): Sqlite => db as unknown as Sqlite

const runAll = async (payload: Payload, statements: string[]): Promise<void> => {
  const db = sqliteOf(payload)
  const id = await db.beginTransaction()
  try {
    for (const statement of statements) await db.sessions[id]?.db.run(statement)
    await db.commitTransaction(id)
  } catch (error) {
    await db.rollbackTransaction(id)
    throw error
  }
}
