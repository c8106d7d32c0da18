import { createClient } from '@libsql/client'

import { alternate, ratiosOf } from './alternate.ts'
import type { Bench } from './bench.ts'
import type { Line } from './line.ts'
import { answerTo, list } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

/** The list on a database that has no statistics for its planner, beside one that was analysed. MongoDB keeps none. */
export const measureStatistics = async ({ databases, load }: Bench): Promise<Line[]> => {
  const { folder, url } = await databases.withBriefs(fewDocuments)
  if (!url.startsWith('file:')) return []
  const copy = await databases.place('never-analysed')
  await runStatement(url, `VACUUM INTO '${copy.url.slice('file:'.length)}'`)
  const analysed = await startQiao({ folder, url }, { QIAO_CACHE: 'off' })
  const never = await startQiao(copy, { QIAO_CACHE: 'off' })
  // The server analyses what it opens; with the table gone, no connection knows anything any more.
  await runStatement(copy.url, 'DROP TABLE sqlite_stat1')
  const expected = await answerTo(analysed.url, list)
  const results = await alternate({
    contenders: [
      { expected, name: 'analysed', path: list, pid: analysed.pid, url: analysed.url },
      { expected, name: 'never', path: list, pid: never.pid, url: never.url },
    ],
    load,
    ...settings,
  })
  const isStill = (await tablesOf(copy.url)).every((name) => name !== 'sqlite_stat1')
  if (!isStill) throw new Error('The database was analysed meanwhile.')
  return [
    {
      key: 'never analysed / analysed',
      byCpu: ratiosOf({ by: 'cpu', of: 'analysed', results, to: 'never' }),
      target: { atLeast: 0.9 },
      values: ratiosOf({ of: 'never', results, to: 'analysed' }),
      what: 'uncached list on a database never analysed against an analysed one',
    },
  ]
}

const runStatement = async (url: string, statement: string) => {
  const client = createClient({ url })
  try {
    return await client.execute(statement)
  } finally {
    client.close()
  }
}

const tablesOf = async (url: string): Promise<string[]> => {
  const { rows } = await runStatement(url, 'SELECT name FROM sqlite_schema')
  return rows.map(({ name }) => name as string)
}
