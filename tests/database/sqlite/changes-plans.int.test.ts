import { createClient } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { placeChanges } from '../../../src/plugins/content-changes/src/order/place-changes.ts'
import { explainReads } from '../../support/explain-reads.ts'
import { fillRegister } from '../../support/fill-register.ts'
import { planFaultsOfDistinct } from '../../support/plan-faults.ts'
import { startTestApp } from '../../support/test-app.ts'

vi.setConfig({ hookTimeout: 240_000 })

const narrowed = ['locale=all', 'locale=en', 'locale=all&collection=stories']
const questions = [...narrowed, 'locale=zh&collection=stories']

let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  app = await startTestApp({ hasCache: false })
})

afterAll(() => app.stop())

/** Documents of each of five collections, in two languages. */
describe.each([
  { count: 100, from: 0 },
  { count: 10_000, from: 100 },
])('changes, of $count documents each', ({ count, from }) => {
  beforeAll(() => fillRegister({ count, from, url: process.env.DATABASE_URL! }))

  // This part of the suite runs on SQLite only.
  const client = () => (app.payload.db as unknown as SQLiteAdapter).client

  const faultsOf = async (name: string, read: () => Promise<unknown>): Promise<string[]> => {
    await read()
    // A connection learns of new statistics when it is opened.
    const planner = createClient({ url: process.env.DATABASE_URL! })
    const { ms, plans } = await explainReads({ client: client(), planner, read })
    planner.close()
    process.stdout.write(`changes: ${name} of ${10 * count} rows: ${ms.toFixed(0)} ms\n`)
    const ofRegister = plans.filter(({ statement }) => statement.includes('public_documents'))
    expect(ofRegister.length).toBeGreaterThan(0)
    return ofRegister.flatMap((plan) => {
      const faults = planFaultsOfDistinct(plan)
      return faults.map((fault) => `${fault}\n${plan.statement}`)
    })
  }

  const ask = async (query: string): Promise<{ changes: object[]; cursor: string }> =>
    (await request(app.app).get(`/api/changes?${query}`).expect(200)).body

  const states = ['just filled', 'analysed']

  test.each(states.flatMap((state) => questions.map((question) => ({ question, state }))))(
    '$question is read by indexes of a database that is $state',
    async ({ question, state }) => {
      if (state === 'analysed') {
        const other = createClient({ url: process.env.DATABASE_URL! })
        await other.execute('ANALYZE')
        other.close()
      }
      const first = await ask(`${question}&limit=50`)
      expect(first.changes).toHaveLength(50)
      const faults = [
        await faultsOf(question, () => ask(`${question}&limit=50`)),
        await faultsOf(`${question} since`, () =>
          ask(`${question}&limit=50&since=${first.cursor}`),
        ),
      ]
      expect(faults.flat()).toEqual([])
    },
  )

  test('what waits for its place is found by an index', async () => {
    expect(await faultsOf('waiting', () => placeChanges(app.payload))).toEqual([])
  })
})
