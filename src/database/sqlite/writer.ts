import type { Client } from '@libsql/client'

import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'

import { isBusy, openConnection, retryWhileBusy } from './open-connection.ts'

/** The query builder of the writing connection. */
export type WriterDatabase = ReturnType<typeof drizzle<Record<string, unknown>>>

export type Writer = {
  /** Begins a transaction that locks out other writers of all processes. `onStatement` is called for each statement. */
  begin: (options: { foreignKeys: boolean; onStatement: () => void }) => Promise<WriterDatabase>
  /** Commits; on an error rolls back and throws it. */
  commit: () => Promise<void>
  rollback: () => Promise<void>
  /** Runs statements outside of any transaction, on one connection; all of them again when one met BUSY. */
  execute: (...statements: string[]) => Promise<void>
  /** Moves what the log holds into the file, as far as other connections let it. */
  checkpoint: () => Promise<void>
  close: () => void
}

/** The one connection that writes. It has to be used by one transaction at a time. */
export const createWriter = ({
  schema,
  url,
}: {
  schema: () => Record<string, unknown>
  url: string
}): Writer => {
  let open: Connection | undefined
  let notify: () => void = () => undefined

  const connection = async (): Promise<Connection> => {
    if (!open) {
      const client = await openConnection({ role: 'writer', url })
      const execute = client.execute.bind(client)
      const watched = Object.assign(client, {
        execute: (...args: Parameters<typeof execute>) => {
          notify()
          return execute(...args).finally(notify)
        },
      })
      open = { client: watched, foreignKeys: true, db: drizzle(watched, { schema: schema() }) }
    }
    return open
  }

  const discard = () => {
    open?.client.close()
    open = undefined
  }

  const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
    notify = () => undefined
    if (!open) {
      throw new Error('The connection of the transaction is closed.')
    }
    try {
      await open.client.execute(statement)
    } catch (error) {
      try {
        if (statement === 'COMMIT') {
          await open.client.execute('ROLLBACK')
        }
      } finally {
        // The statement that failed stays in progress and would disturb the next transaction.
        discard()
      }
      throw error
    }
  }

  return {
    begin: async ({ foreignKeys, onStatement }) => {
      const { db } = await retryWhileBusy(async () => {
        const current = await connection()
        try {
          if (current.foreignKeys !== foreignKeys) {
            // Outside of the transaction, for inside it the PRAGMA does nothing.
            await current.client.execute(`PRAGMA foreign_keys = ${foreignKeys ? 'ON' : 'OFF'}`)
            current.foreignKeys = foreignKeys
          }
          await current.client.execute('BEGIN IMMEDIATE')
          return current
        } catch (error) {
          discard()
          throw error
        }
      })
      notify = onStatement
      return db
    },
    checkpoint: async () => {
      try {
        const { client } = await connection()
        await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (error) {
        discard()
        if (!isBusy(error)) {
          throw error
        }
      }
    },
    close: discard,
    commit: () => end('COMMIT'),
    execute: async (...statements) => {
      await retryWhileBusy(async () => {
        const { client } = await connection()
        try {
          for (const statement of statements) {
            await client.execute(statement)
          }
        } catch (error) {
          discard()
          throw error
        }
      })
    },
    rollback: () => end('ROLLBACK'),
  }
}

type Connection = { client: Client; db: WriterDatabase; foreignKeys: boolean }
