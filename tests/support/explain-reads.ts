import type { Client, InStatement } from '@libsql/client'

export type Step = { detail: string; id: number; parent: number }

export type Plan = { statement: string; steps: Step[] }

/** Runs `read`, tells how long it took, and asks SQLite how it has answered each query of it. */
export const explainReads = async ({
  client,
  planner = client,
  read,
}: {
  client: Client
  /** Who is asked, when another connection knows other statistics. @default `client` */
  planner?: Client
  read: () => Promise<unknown>
}): Promise<{ ms: number; plans: Plan[] }> => {
  const statements: Exclude<InStatement, string>[] = []
  const execute = client.execute.bind(client)
  const listen = (statement: InStatement) => {
    if (typeof statement === 'object') {
      statements.push(statement)
    }
    return execute(statement)
  }
  Object.assign(client, { execute: listen })
  const started = performance.now()
  try {
    await read()
  } finally {
    Object.assign(client, { execute })
  }
  const ms = performance.now() - started
  const plans = await Promise.all(
    statements
      .filter(({ sql }) => /^select/i.test(sql))
      .map(async ({ args, sql }) => {
        const { rows } = await planner.execute({ args, sql: `EXPLAIN QUERY PLAN ${sql}` })
        return {
          statement: sql,
          steps: rows.map(({ detail, id, parent }) => ({
            detail: typeof detail === 'string' ? detail : '',
            id: Number(id),
            parent: Number(parent),
          })),
        }
      }),
  )
  return { ms, plans }
}
