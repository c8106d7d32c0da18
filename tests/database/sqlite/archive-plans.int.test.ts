import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createClient } from '@libsql/client'
import type { Payload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { ofServer } from '../../support/count-queries.ts'
import { explainReads } from '../../support/explain-reads.ts'
import { fillContent } from '../../support/fill-content.ts'
import { startTestApp } from '../../support/test-app.ts'

vi.setConfig({ hookTimeout: 240_000 })

const addresses = [
  'news-briefs/archive',
  'news-briefs/facets?by=topic',
  'news-briefs/facets?by=kind',
  'awards/archive',
  'programs/facets?by=topic',
  'programs/facets?by=status',
  'programs/facets?by=sdg',
  'programs/facets?by=country',
  'partner-profiles/facets?by=kind',
  'partner-profiles/facets?by=country',
]

const report = (line: string) => process.stdout.write(`archives: ${line}\n`)

const count = 1000

describe('counts of archives', () => {
  let app: Awaited<ReturnType<typeof startTestApp>>
  let payload: Payload

  beforeAll(async () => {
    app = await startTestApp({ hasCache: false })
    payload = app.payload
    await fillContent({ count, url: process.env.DATABASE_URL! })
    const other = createClient({ url: process.env.DATABASE_URL! })
    await other.execute('ANALYZE')
    other.close()
  })

  afterAll(() => app.stop())

  // This part of the suite runs on SQLite only.
  const client = () => (payload.db as unknown as SQLiteAdapter).client

  test.each(addresses)(
    '%s reads the index of the languages, and none of the texts',
    async (path) => {
      const ask = () => request(app.app).get(`/api/${path}`).expect(200)
      await ask()
      const { ms, plans: all } = await explainReads({ client: client(), read: ask })
      const plans = all.filter(({ statement }) => !ofServer.test(statement))
      const [plan] = plans
      const steps = plan!.steps.map(({ detail }) => detail)
      report(`${path} of ${count}: ${ms.toFixed(1)} ms · ${steps.join(' · ')}`)
      expect(plans).toHaveLength(1)
      const ofTexts = steps.filter((step) => /^(SCAN|SEARCH) t?l /.test(step))
      expect(ofTexts).not.toHaveLength(0)
      for (const step of ofTexts.filter((each) => each.includes(' l ')))
        expect(step).toContain('COVERING INDEX')
      // Titles of topics are found one by one.
      for (const step of ofTexts.filter((each) => each.includes(' tl ')))
        expect(step).toMatch(/^SEARCH/)
    },
  )
})
