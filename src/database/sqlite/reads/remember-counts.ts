import type { Client } from '@libsql/client'
import { LRUCache } from 'lru-cache'

import { readRows } from '../prepare-reads.ts'
import type { Statement } from './statement-template.ts'

/**
 * How many documents a list has in all, counted once and remembered until the database changes: a list of ten is read
 * by an index, and counting reads all. That something was written, by whatever connection or process, SQLite tells by
 * a number that is read before each use.
 */
export const rememberCounts = (
  reader: () => Client,
): ((statement: Statement) => Promise<number>) => {
  const counts = new LRUCache<string, number>({ max: 500 })
  let client: Client | undefined
  let version: unknown

  return async (statement) => {
    const current = reader()
    const { rows } = await current.execute('PRAGMA data_version')
    // The number tells one connection of the others' writes.
    if (client !== current || version !== rows[0]?.[0]) counts.clear()
    client = current
    version = rows[0]?.[0]
    const key = JSON.stringify([statement.sql, statement.args])
    const known = counts.get(key)
    if (known !== undefined) return known
    const [counted] = await readRows(current, statement)
    const count = Number(counted?.[0] ?? 0)
    // Counted after a later write, it is remembered under the number of before, which never comes again.
    if (version === rows[0]?.[0]) counts.set(key, count)
    return count
  }
}
