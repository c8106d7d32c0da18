import { createClient, type Client } from '@libsql/client'

import { prepareReads } from './prepare-reads.ts'

export type ConnectionRole = 'reader' | 'writer'

/**
 * Opens one connection with every PRAGMA it needs. A reader refuses to write, so that no write goes past the queue.
 * A writer waits for other processes 20 ms at most inside a statement: longer waits happen outside, where they do
 * not block the process.
 */
export const openConnection = async ({
  role,
  url,
}: {
  role: ConnectionRole
  url: string
}): Promise<Client> =>
  retryWhileBusy(async () => {
    const plain = createClient({ url })
    const client = role === 'reader' ? prepareReads(plain, url) : plain
    try {
      await client.execute('PRAGMA busy_timeout = 1000')
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute('PRAGMA journal_size_limit = 67108864')
      await client.execute('PRAGMA synchronous = FULL')
      await client.execute('PRAGMA foreign_keys = ON')
      await client.execute('PRAGMA cache_size = -32000')
      await client.execute(
        role === 'reader' ? 'PRAGMA busy_timeout = 5000' : 'PRAGMA busy_timeout = 20',
      )
      if (role === 'reader') {
        await client.execute('PRAGMA query_only = ON')
      }
      // libsql would open a second connection without these PRAGMAs to replace one given to a transaction.
      return Object.assign(client, {
        transaction: () =>
          Promise.reject(
            new Error('Transactions begin in the write queue, not on the connection.'),
          ),
      })
    } catch (error) {
      client.close()
      throw error
    }
  })

/** True when another process held the database; the statement had no effect. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^SQLITE_(?:BUSY|LOCKED)/.test(String(error.code))) || isBusy(error.cause))

/**
 * Repeats `attempt` as long as another process holds the database.
 * An attempt has to use a fresh connection, for libsql leaves a statement that met BUSY in progress.
 */
export const retryWhileBusy = async <T>(
  attempt: () => Promise<T>,
  timeoutMs = 30_000,
): Promise<T> => {
  const until = performance.now() + timeoutMs
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) {
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 3 + Math.random() * 20))
    }
  }
}
