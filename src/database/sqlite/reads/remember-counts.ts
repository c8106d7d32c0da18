import type { Client } from '@libsql/client'
import { LRUCache } from 'lru-cache'

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
    const counted = await current.execute(counting(statement))
    const count = Number(counted.rows[0]?.[0] ?? 0)
    // Counted after a later write, it is remembered under the number of before, which never comes again.
    if (version === rows[0]?.[0]) counts.set(key, count)
    return count
  }
}

/**
 * Payload groups by document before it counts, for a join may bring a document several times. The texts of one language
 * are there once at most (there is a unique index), and what was not joined otherwise can be counted as it is.
 */
const counting = ({ args, sql }: Statement): Statement => {
  const found = grouped.exec(sql)
  const [, main, table, joins] = found ?? []
  const isOnce = joins?.replaceAll(textsOf(table ?? ''), '') === ''
  if (!main || !isOnce) return { args, sql }
  return { args: args.slice(0, -1), sql: `select count(*) from ${main}` }
}

const grouped =
  /^select COUNT\(1\) OVER\(\) from ("(\w+)"((?: left join "\w+" on \([^()]*\))*) where .*) group by "\2"\."id" limit \?$/

const textsOf = (table: string): RegExp =>
  new RegExp(
    ` left join "${table}_locales" on \\("${table}"\\."id" = "${table}_locales"\\."_parent_id" and "${table}_locales"\\."_locale" = \\?\\)`,
    'g',
  )
