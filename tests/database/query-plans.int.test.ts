import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { fillNewsBriefs } from '../support/fill-news-briefs.ts'
import { freshDatabaseUrl, isMongodb, removeTestDatabases } from '../support/test-database.ts'
import { explainReads, type Plan } from '../support/explain-reads.ts'

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

const url = freshDatabaseUrl()
process.env.DATABASE_URL = url
process.env.LOG_LEVEL = 'error'

const start = async (): Promise<Payload> => {
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  return new BasePayload().init({ config })
}

const anonymous = {
  collection: 'news-briefs',
  depth: 0,
  fallbackLocale: false,
  limit: 10,
  overrideAccess: false,
} as const

const lists = {
  'in its usual order': {},
  'of one year': { where: { year: { equals: 2022 } } },
  'sorted by time of creation': { sort: '-createdAt' },
  'with one slug': { where: { slug: { equals: 'en-000004' } } },
  'the tenth page': { page: 10 },
}

afterAll(removeTestDatabases)

const report = (line: string) => process.stdout.write(`query plans: ${line}\n`)

// What SQLite says about its plans; what MongoDB does is tested by the same lists on the other database.
describe.runIf(!isMongodb(url)).each([1000, 20_000])('with %i news briefs', (count) => {
  let payload: Payload

  beforeAll(async () => {
    payload = await start()
    await fillNewsBriefs({ adapter: sqlite(payload), count })
    // Statistics are gathered as documents are written, or at the next start.
    await payload.destroy()
    payload = await start()
  })

  afterAll(async () => {
    await payload.destroy()
  })

  test.each(Object.entries(lists))(
    'a public list %s reads no whole table of texts and sorts no whole collection',
    async (name, list) => {
      for (const locale of ['en', 'zh'] as const) {
        const read = () => payload.find({ ...anonymous, ...list, locale })
        await read()
        const started = performance.now()
        await read()
        const ms = performance.now() - started
        const plans = await explainReads({ client: sqlite(payload).client, read })
        report(`${count} documents, ${name}, ${locale}: ${ms.toFixed(1)} ms`)
        expect(plans.length).toBeGreaterThan(0)
        expect(plans.filter(readsAllTexts)).toEqual([])
        expect(plans.filter(sortsAll)).toEqual([])
      }
    },
  )
})

const sqlite = (payload: Payload) =>
  // The suite runs this part on SQLite only.
  payload.db as unknown as SQLiteAdapter

const readsAllTexts = ({ details }: Plan) =>
  details.some((detail) => /^SCAN \S+_locales\b/.test(detail))

/** Sorting is fine where an index has found the few documents that match. */
const sortsAll = ({ details, statement }: Plan) =>
  statement.includes('order by "news_briefs"') &&
  details.includes('USE TEMP B-TREE FOR ORDER BY') &&
  !details.some((detail) =>
    /^SEARCH news_briefs(?:_locales)? USING INDEX \S*(?:slug|year)/.test(detail),
  )
