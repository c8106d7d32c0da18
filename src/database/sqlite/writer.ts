import type { Client } from '@libsql/client'

import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'

import type { HeldRows } from './bulk/held-rows.ts'
import { letOthersRun } from './let-others-run.ts'
import { isBusy, openConnection, retryWhileBusy } from './open-connection.ts'
import type { DataVersion } from './watch-data-version.ts'

/** The query builder of the writing connection. */
export type WriterDatabase = ReturnType<typeof drizzle<Record<string, unknown>>>

export type Writer = {
  /**
   * Begins a transaction that locks out other writers of all processes. `onStatement` is called for each statement; the
   * rows of `held` are written before the next one.
   */
  begin: (options: {
    foreignKeys: boolean
    held?: HeldRows | undefined
    onStatement: () => void
  }) => Promise<WriterDatabase>
  /** Commits; on an error rolls back and throws it. */
  commit: () => Promise<void>
  rollback: () => Promise<void>
  /** Runs statements outside of any transaction, on one connection; all of them again when one met BUSY. */
  execute: (...statements: string[]) => Promise<void>
  /** Moves what the log holds into the file, as far as other connections let it. */
  checkpoint: () => Promise<void>
  close: () => void
  /** What tells whether others have committed; asked for beside a transaction, it is no sign that this one goes on. */
  dataVersion: () => Promise<DataVersion>
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
  let opening: Promise<Connection> | undefined
  /** By somebody whose turn it is, who may be at any statement. */
  let isInUse = false
  let notify: () => void = () => undefined
  let held: HeldRows | undefined
  let releasing = Promise.resolve()

  const connect = async (): Promise<Connection> => {
    const client = await openConnection({ role: 'writer', url })
    const execute = client.execute.bind(client)
    const watched = Object.assign(client, {
      execute: async (...args: Parameters<typeof execute>) => {
        notify()
        try {
          await release(execute)
          return await execute(...args)
        } finally {
          await letOthersRun()
          notify()
        }
      },
    })
    const db = drizzle(watched, { schema: schema() })
    open = { client: watched, db, executeQuietly: execute, foreignKeys: true, isBulk: false }
    return open
  }

  /** Writes what is held; whoever comes meanwhile waits for it, too. */
  const release = (execute: Client['execute']): Promise<void> => {
    const statements = held?.release() ?? []
    if (statements.length > 0)
      releasing = releasing.then(async () => {
        for (const statement of statements) await execute(statement)
      })
    return releasing
  }

  const forgetHeld = () => {
    held = undefined
    releasing = Promise.resolve()
  }

  /** The same for all who ask while it is being opened. */
  const connection = async (): Promise<Connection> => {
    if (open) return open
    opening ??= connect().finally(() => {
      opening = undefined
    })
    return opening
  }

  const discard = () => {
    open?.client.close()
    open = undefined
  }

  const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
    notify = () => undefined
    isInUse = false
    if (!open) {
      throw new Error('The connection of the transaction is closed.')
    }
    try {
      if (statement === 'ROLLBACK') forgetHeld()
      await open.client.execute(statement)
    } catch (error) {
      forgetHeld()
      try {
        if (statement === 'COMMIT') {
          await open.client.execute('ROLLBACK')
        }
      } finally {
        // The statement that failed stays in progress and would disturb the next transaction.
        discard()
      }
      throw error
    } finally {
      forgetHeld()
    }
  }

  return {
    begin: async ({ foreignKeys, held: rows, onStatement }) => {
      const isBulk = rows !== undefined
      const { db } = await retryWhileBusy(async () => {
        const current = await connection()
        isInUse = true
        try {
          if (current.isBulk !== isBulk) {
            await current.client.execute(`PRAGMA synchronous = ${isBulk ? 'NORMAL' : 'FULL'}`)
            current.isBulk = isBulk
          }
          if (current.foreignKeys !== foreignKeys) {
            // Outside of the transaction, for inside it the PRAGMA does nothing.
            await current.client.execute(`PRAGMA foreign_keys = ${foreignKeys ? 'ON' : 'OFF'}`)
            current.foreignKeys = foreignKeys
          }
          await current.client.execute('BEGIN IMMEDIATE')
          // Rows that are held come in another order than they were given in.
          if (isBulk) await current.client.execute('PRAGMA defer_foreign_keys = ON')
          return current
        } catch (error) {
          isInUse = false
          discard()
          throw error
        }
      })
      notify = onStatement
      held = rows
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
    dataVersion: async () => {
      const { client, executeQuietly } = await connection()
      try {
        const { rows } = await executeQuietly('PRAGMA data_version')
        return { connection: client, version: Number(rows[0]?.data_version) }
      } catch (error) {
        if (!isInUse && open?.client === client) discard()
        throw error
      }
    },
    execute: async (...statements) => {
      await retryWhileBusy(async () => {
        const { client } = await connection()
        isInUse = true
        try {
          for (const statement of statements) {
            await client.execute(statement)
          }
        } catch (error) {
          discard()
          throw error
        } finally {
          isInUse = false
        }
      })
    },
    rollback: () => end('ROLLBACK'),
  }
}

type Connection = {
  client: Client
  db: WriterDatabase
  /** Without word to whoever watches over the transaction. */
  executeQuietly: (statement: string) => ReturnType<Client['execute']>
  foreignKeys: boolean
  /** Bulk transactions do not wait for the disk. */
  isBulk: boolean
}
