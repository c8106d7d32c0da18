import { mongo } from 'mongoose'

import type { DatabaseState } from '../check-database.ts'

/**
 * Asks a MongoDB server what it is and which migrations its database holds.
 *
 * @throws Error with one sentence when it does not answer or has no transactions.
 */
export const readMongodbState = async (url: string): Promise<DatabaseState> => {
  const client = new mongo.MongoClient(url, { serverSelectionTimeoutMS: 5000 })
  try {
    const database = client.db()
    const hello = await database.command({ hello: 1 }).catch((error: unknown) => {
      throw new Error(
        `The MongoDB server in DATABASE_URL does not answer (${error instanceof Error ? error.message : String(error)}): check the address, the name and the password, and that it runs.`,
        { cause: error },
      )
    })
    if (!hello.setName && hello.msg !== 'isdbgrid') {
      throw new Error(
        'The MongoDB server in DATABASE_URL is no replica set, so it has no transactions: start mongod with --replSet and run rs.initiate() once (one member is enough).',
      )
    }
    const documents = await database
      .collection<{ name?: unknown }>('payload-migrations')
      .find({}, { projection: { name: 1 }, sort: { name: 1 } })
      .toArray()
    return { migrationNames: documents.map(({ name }) => String(name)) }
  } finally {
    await client.close()
  }
}
