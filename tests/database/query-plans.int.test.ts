import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createClient } from '@libsql/client'
import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { apiLists } from '../support/api-lists.ts'
import { explainReads } from '../support/explain-reads.ts'
import { fillContent } from '../support/fill-content.ts'
import { listFaults } from '../support/mongodb-list-faults.ts'
import { planFaults } from '../support/plan-faults.ts'
import { freshDatabaseUrl, isMongodb, removeTestDatabases } from '../support/test-database.ts'

vi.setConfig({ hookTimeout: 240_000, testTimeout: 120_000 })

const url = freshDatabaseUrl()
process.env.DATABASE_URL = url
process.env.LOG_LEVEL = 'error'

const start = async (): Promise<Payload> => {
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  return new BasePayload().init({ config, disableOnInit: true })
}

afterAll(removeTestDatabases)

const report = (line: string) => process.stdout.write(`query plans: ${line}\n`)

const sqliteClient = (payload: Payload) =>
  // This part of the suite runs on SQLite only.
  (payload.db as unknown as SQLiteAdapter).client

/** Empties what `fillContent` fills. */
const emptyContent = async () => {
  const client = createClient({ url })
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'payload_migrations'",
  )
  await client.execute('PRAGMA foreign_keys = OFF')
  await client.execute('BEGIN IMMEDIATE')
  for (const { name } of rows) await client.execute(`DELETE FROM "${name as string}"`)
  await client.execute('COMMIT')
  client.close()
}

if (isMongodb(url)) {
  describe('on MongoDB', () => {
    let payload: Payload

    beforeAll(async () => {
      payload = await start()
    })

    afterAll(() => payload.destroy())

    test.each(apiLists())(
      'each list of $collection has an index that begins with what it is narrowed to or sorted by',
      async ({ collection, lists }) => {
        for (const { name, read } of lists) {
          const { faults, queries } = await listFaults({
            payload,
            // The indexes are there for documents that are not, too.
            read: () => read(payload).catch(ignoreMissing),
          })
          report(`${collection} ${name}: ${queries} queries`)
          expect(queries, name).toBeGreaterThan(0)
          expect({ faults, name }).toEqual({ faults: [], name })
        }
      },
    )
  })
} else {
  test('a database that another program has filled gets good plans without a restart', async () => {
    const payload = await start()
    const client = sqliteClient(payload)
    const other = createClient({ url })
    await other.execute('DELETE FROM sqlite_stat1')
    other.close()
    await fillContent({ count: 20_000, url })
    const [first] = apiLists().flatMap(({ lists }) => lists)
    // Reading is what lets the process see that the file has grown; it looks once a second.
    await vi.waitFor(
      async () => {
        await first?.read(payload)
        const { rows } = await client.execute(
          "SELECT 1 FROM sqlite_stat1 WHERE tbl = 'news_briefs' AND stat LIKE '20000 %'",
        )
        expect(rows).not.toHaveLength(0)
      },
      { interval: 200, timeout: 60_000 },
    )
    for (const { collection, lists } of apiLists()) {
      for (const { name, read } of lists) {
        const { plans } = await explainReads({ client, read: () => read(payload) })
        const faults = plans.flatMap(planFaults)
        expect({ collection, faults, name }).toEqual({ collection, faults: [], name })
      }
    }
    await payload.destroy()
  })

  describe.each([1000, 20_000])('with %i documents of each kind', (count) => {
    let payload: Payload
    // Profiles have several kinds, in a table of their own. While that is small, SQLite reads it whole, and rightly.
    const isSmall = count <= 1000

    beforeAll(async () => {
      payload = await start()
      await emptyContent()
      await fillContent({ count, url })
      // Statistics are gathered as documents are written, or at the next start.
      await payload.destroy()
      payload = await start()
    })

    afterAll(() => payload.destroy())

    test.each(apiLists())(
      'the lists of $collection read no whole table of texts and sort no whole collection',
      async ({ collection, lists }) => {
        for (const { name, read } of lists) {
          if (isSmall && collection === 'partner-profiles' && name.startsWith('of one kind'))
            continue
          await read(payload)
          const { ms, plans } = await explainReads({
            client: sqliteClient(payload),
            read: () => read(payload),
          })
          report(`${count} documents, ${collection} ${name}: ${ms.toFixed(1)} ms`)
          expect(plans.length, name).toBeGreaterThan(0)
          expect({ faults: plans.flatMap(planFaults), name }).toEqual({ faults: [], name })
        }
      },
    )
  })
}

const ignoreMissing = (error: unknown) => {
  if (!(error instanceof Error && error.name === 'NotFound')) throw error
}
