import type { Payload } from 'payload'

type Sqlite = { client: { execute: (statement: string) => Promise<unknown> } }

/**
 * On SQLite, `read` sees the database as it is now, whatever is written meanwhile, and keeps nobody from writing. MongoDB
 * bounds the time of such a view to a minute, too short for a large database: there each page is read as it is by then.
 */
export const inSnapshot = async (payload: Payload, read: () => Promise<void>): Promise<void> => {
  if (payload.db.name === 'mongoose') {
    await read()
    return
  }
  // Payload declares only what all adapters have in common.
  const { client } = payload.db as unknown as Sqlite
  await client.execute('BEGIN')
  try {
    await read()
  } finally {
    await client.execute('COMMIT')
  }
}
