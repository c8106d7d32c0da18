import type { Client, InStatement } from '@libsql/client'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

import type { Statement } from './reads/statement-template.ts'
import { fileOfDatabase } from './file-of-database.ts'

/** As many as the pages of a website ask. */
const keptStatements = 200

/**
 * Gives a reading client a second connection, whose statements are kept prepared, for `readRows`. The client prepares each
 * anew, which takes a third as long as reading ten documents by it, and makes objects of rows that nobody needs.
 */
export const prepareReads = (client: Client, url: string): Client => {
  const settings = new Map<string, string>()
  const execute = client.execute.bind(client)
  const close = client.close.bind(client)
  let connection = openPrepared(url)

  const runPrepared = (statement: Statement) => {
    try {
      return connection.rowsOf(statement)
    } catch (error) {
      // libsql leaves a statement that failed in progress, and the connection would go on reading that moment's state.
      connection.close()
      connection = openPrepared(url)
      for (const setting of settings.values()) connection.set(setting)
      throw error
    }
  }
  return Object.assign(client, {
    close: () => {
      connection.close()
      close()
    },
    execute: async (statement: InStatement) => {
      if (isRepeated(statement) && statement.args.every(isPlain)) {
        return { rows: runPrepared(statement) }
      }
      const result = await execute(statement)
      // What is said to one connection holds for both.
      if (typeof statement === 'string' && shared.test(statement)) {
        connection.set(statement)
        const [name = '', value] = statement.split(' = ')
        if (value !== undefined) settings.set(name, statement)
      }
      return result
    },
  })
}

const openPrepared = (url: string) => {
  const database = new Database(fileOfDatabase(url))
  const statements = new LRUCache<string, Prepared>({ max: keptStatements })
  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql)
    if (known) return known
    // Its types are those of another driver, which knows more kinds of rows.
    const made = database.prepare(sql).raw(true) as unknown as Prepared
    statements.set(sql, made)
    return made
  }
  return {
    close: () => {
      statements.clear()
      database.close()
    },
    rowsOf: ({ args, sql }: Statement) => prepare(sql).all(args),
    set: (setting: string) => {
      database.exec(setting)
    },
  }
}

/** The rows of a statement that is asked again and again, as values in the order of its columns. */
export const readRows = async (
  client: Client,
  statement: Statement,
): Promise<ArrayLike<unknown>[]> => {
  const repeated: Repeated = { ...statement, isRepeated: true }
  const { rows } = await client.execute(repeated)
  return rows
}

type Prepared = { all: (args: unknown[]) => unknown[][] }
type Repeated = Statement & { isRepeated: true }

const shared = /^(?:ANALYZE|PRAGMA \w+ = )/

const isRepeated = (statement: InStatement): statement is Repeated =>
  typeof statement === 'object' && 'isRepeated' in statement

/** What both drivers take as it is. */
const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'
