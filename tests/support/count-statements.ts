import mongoose from 'mongoose'
import type { Payload } from 'payload'

/** What reached the database meanwhile, of SQLite and of MongoDB; the audit trail's own work left out. */
export const countStatements = async (
  payload: Payload,
  run: () => Promise<unknown>,
): Promise<string[]> => {
  const statements: string[] = []
  const note = (statement: string) => {
    if (!statement.includes('audit')) statements.push(statement)
  }
  const { client } = payload.db as unknown as { client?: Client }
  const execute = client?.execute.bind(client)
  if (client && execute) {
    client.execute = (statement) => {
      note(typeof statement === 'string' ? statement : statement.sql)
      return execute(statement)
    }
  } else {
    mongoose.set('debug', (collection: string, method: string) => note(`${method} ${collection}`))
  }
  try {
    await run()
  } finally {
    if (client && execute) client.execute = execute
    else mongoose.set('debug', false)
  }
  return statements
}

type Client = { execute: (statement: string | { sql: string }) => Promise<unknown> }
