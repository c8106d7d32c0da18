import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { InStatement } from '@libsql/client'
import type { Payload } from 'payload'

import { isMongodb } from './test-database.ts'

/** Lets `queriesOf` see what is asked of MongoDB. Before the app is started. */
export const monitorMongodb = (): void => {
  const server = process.env.DATABASE_URL
  if (!server || !isMongodb(server)) return
  const url = new URL(server)
  url.searchParams.set('monitorCommands', 'true')
  process.env.DATABASE_URL = url.href
}

/**
 * Runs `read` and tells each query that a database answered meanwhile, as SQL, or as the command for MongoDB. What
 * fetches the rest of one answer is no query of its own.
 */
export const queriesOf = async (
  payload: Payload,
  read: () => Promise<unknown>,
): Promise<string[]> => {
  const queries: string[] = []
  const stop =
    payload.db.name === 'mongoose'
      ? listenToMongodb(payload, queries)
      : listenToSqlite(payload, queries)
  try {
    await read()
  } finally {
    stop()
  }
  return queries.filter((query) => !ofServer.test(query))
}

/** What the server does now and then by itself, such as gathering statistics and numbering the audit trail. */
export const ofServer =
  /^(ANALYZE|PRAGMA|SELECT count\(\*\) AS count)|audit[_-]trail|payload[_-]jobs|sqlite_stat|scheduled[_-]publications|public[_-]documents|webhook|write-turns/

const listenToSqlite = (payload: Payload, queries: string[]): (() => void) => {
  // Payload's types follow the config, which may name either database.
  const { client } = payload.db as unknown as SQLiteAdapter
  const execute = client.execute.bind(client)
  const batch = client.batch.bind(client)
  const note = (statement: InStatement | [string, unknown?]) => {
    if (typeof statement === 'string') queries.push(statement)
    else queries.push(Array.isArray(statement) ? statement[0] : statement.sql)
  }
  Object.assign(client, {
    batch: (statements: Parameters<typeof batch>[0], ...rest: []) => {
      statements.forEach(note)
      return batch(statements, ...rest)
    },
    execute: (statement: InStatement) => {
      note(statement)
      return execute(statement)
    },
  })
  return () => Object.assign(client, { batch, execute })
}

const reading = new Set(['aggregate', 'count', 'distinct', 'find'])

const listenToMongodb = (payload: Payload, queries: string[]): (() => void) => {
  const { connection } = payload.db as unknown as MongooseAdapter
  const client = connection.getClient()
  const note = ({ command, commandName }: { command: object; commandName: string }) => {
    if (reading.has(commandName)) queries.push(JSON.stringify(command))
  }
  client.on('commandStarted', note)
  return () => client.off('commandStarted', note)
}
