import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, isNull, not, notInArray, or, sql } from '@payloadcms/db-sqlite/drizzle'

type Operators = SQLiteAdapter['operators']

/**
 * Comparisons that deny, as MongoDB makes them. Payload has SQLite compare `not_like` with the whole text, and lets
 * neither that nor `not_in` find what has no value at all.
 */
export const negatedOperators: Pick<Operators, 'not_in' | 'not_like'> = {
  not_in: (column, values) => anyOf(isNull(column), notInArray(column, values as unknown[])),
  not_like: (column, value) => {
    const words = String(value).split(' ')
    const without = words.map((word) => not(sql`${column} LIKE ${`%${word}%`}`))
    return anyOf(isNull(column), and(...without))
  },
}

/** The type of `or` says that it may be nothing, which it is of nothing only. */
const anyOf = (...conditions: Parameters<typeof or>) => or(...conditions) ?? sql`FALSE`
