import type { Client, InStatement } from '@libsql/client'

export type Plan = { details: string[]; statement: string }

/** Runs `read` and asks SQLite how it has answered each query of it. */
export const explainReads = async ({
  client,
  read,
}: {
  client: Client
  read: () => Promise<unknown>
}): Promise<Plan[]> => {
  const statements: Exclude<InStatement, string>[] = []
  const execute = client.execute.bind(client)
  const listen = (statement: InStatement) => {
    if (typeof statement === 'object') {
      statements.push(statement)
    }
    return execute(statement)
  }
  Object.assign(client, { execute: listen })
  try {
    await read()
  } finally {
    Object.assign(client, { execute })
  }
  return Promise.all(
    statements
      .filter(({ sql }) => /^select/i.test(sql))
      .map(async ({ args, sql }) => {
        const { rows } = await execute({ args, sql: `EXPLAIN QUERY PLAN ${sql}` })
        return {
          details: rows.map(({ detail }) => (typeof detail === 'string' ? detail : '')),
          statement: sql,
        }
      }),
  )
}
