import { createClient } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { explainReads } from '../../support/explain-reads.ts'
import { fillContent } from '../../support/fill-content.ts'
import { fillRegister } from '../../support/fill-register.ts'
import { planFaults, planFaultsOfDistinct } from '../../support/plan-faults.ts'
import { startTestApp } from '../../support/test-app.ts'

vi.setConfig({ hookTimeout: 240_000 })

const paths = [
  '/feeds/en/news-briefs.atom',
  '/feeds/zh/all.json',
  '/feeds/en/topics/a-topic.rss',
  '/feeds/en/programs/en-000002.rss',
  '/calendar/en/events.ics',
  '/sitemap.xml',
  '/sitemaps/en/news-briefs/1.xml',
]

/** Of those that grow; a handful of topics may well be read one by one. */
const content = /from "_?(?:public_documents"|awards|news_briefs|partner_profiles|programs|stories)/

const count = 1000

describe('feeds', () => {
  let app: Awaited<ReturnType<typeof startTestApp>>

  beforeAll(async () => {
    app = await startTestApp({ hasCache: false })
    await fillContent({ count, url: process.env.DATABASE_URL! })
    await fillRegister({ count, url: process.env.DATABASE_URL! })
    const other = createClient({ url: process.env.DATABASE_URL! })
    await other.execute(`INSERT INTO topics_locales (_locale, _parent_id, title, slug)
      VALUES ('en', 'doc-000001', 'A topic', 'a-topic')`)
    other.close()
    const urlPatterns = { newsBriefs: 'https://www.example.org/news/{slug}' }
    await app.payload.updateGlobal({
      data: { siteName: 'Site', urlPatterns },
      locale: 'en',
      slug: 'organization',
    })
    // Reading is what lets the server see that the file has grown; it looks once a second.
    await vi.waitFor(
      async () => {
        await app.payload.count({ collection: 'stories' })
        const { rows } = await client().execute("SELECT 1 FROM sqlite_stat1 WHERE tbl = 'stories'")
        expect(rows).not.toHaveLength(0)
      },
      { interval: 200, timeout: 60_000 },
    )
  })

  afterAll(() => app.stop())

  // This part of the suite runs on SQLite only.
  const client = () => (app.payload.db as unknown as SQLiteAdapter).client

  const faultsOf = async (path: string, planner = client()): Promise<string[]> => {
    const ask = () => request(app.app).get(path).expect(200)
    await ask()
    const { ms, plans } = await explainReads({ client: client(), planner, read: ask })
    process.stdout.write(`feeds: ${path} of ${count}: ${ms.toFixed(0)} ms\n`)
    const reading = plans.filter(({ statement }) => content.test(statement))
    expect(reading.length).toBeGreaterThan(0)
    return reading.flatMap((plan) => {
      // There, a document is once in each language.
      const isOfRegister = plan.statement.includes('from "public_documents"')
      const faults = isOfRegister ? planFaultsOfDistinct(plan) : planFaults(plan)
      return faults.map((fault) => `${fault}\n${plan.statement}`)
    })
  }

  const cases = ['just filled', 'analysed'].flatMap((state) =>
    paths.map((path) => ({ path, state })),
  )

  test.each(cases)(
    '$path is read by indexes of a database that is $state',
    async ({ path, state }) => {
      if (state === 'just filled') {
        expect(await faultsOf(path)).toEqual([])
        return
      }
      // A connection learns of new statistics when it is opened.
      const other = createClient({ url: process.env.DATABASE_URL! })
      await other.execute('ANALYZE')
      expect(await faultsOf(path, other)).toEqual([])
      other.close()
    },
  )
})
