import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type MeasuredApp, startMeasuredApp } from '../../support/measured-app.ts'

let app: MeasuredApp

beforeAll(async () => {
  app = await startMeasuredApp()
})

afterAll(async () => {
  await app.stop()
})

describe('refusals', () => {
  it('of GraphQL are counted by their word', async () => {
    const { askGraphql, scrape } = await app.listening()
    await askGraphql('{ nothing }')
    await askGraphql(`{ ${'a: __typename '.repeat(61)} }`)
    await askGraphql('{')
    const { valueOf } = await scrape()
    const total = (code: string) => valueOf('qiao_graphql_errors_total', { code })
    expect(total('validation-failed')).toBe(1)
    expect(total('syntax-error')).toBe(1)
    expect(valueOf('qiao_graphql_errors_total')).toBe(3)
  })

  it('of the rate limits are counted by the limit', async () => {
    const { ask, scrape } = await app.listening({ limit: 2 })
    // Each anew, for what is answered from memory is not counted.
    for (let time = 0; time < 5; time++) await ask(`/api/topics?limit=${time + 1}`)
    const { valueOf } = await scrape()
    expect(valueOf('qiao_rate_limit_refusals_total', { limit: 'client' })).toBe(3)
  })
})

describe('the read cache', () => {
  it('tells what it answered, what it holds and what was looked for to drop', async () => {
    const { ask, scrape } = await app.listening()
    await ask('/api/topics?locale=en')
    await ask('/api/topics?locale=en')
    const { valueOf } = await scrape()
    const total = (result: string) => valueOf('qiao_cache_requests_total', { result })
    expect([total('miss'), total('hit')]).toEqual([1, 1])
    expect(valueOf('qiao_cache_entries')).toBe(1)
    expect(valueOf('qiao_cache_bytes')).toBeGreaterThan(100)
    const drops = valueOf('qiao_cache_drops_total')
    await app.payload.create({ collection: 'topics', data: { title: 'Dropping' }, locale: 'en' })
    const after = await scrape()
    expect(after.valueOf('qiao_cache_drops_total')).toBeGreaterThan(drops)
    expect(after.valueOf('qiao_cache_entries')).toBe(0)
  })
})

describe('the database', () => {
  it('is counted: operations, and transactions that were committed or rolled back', async () => {
    const { scrape } = await app.listening()
    await app.payload.create({ collection: 'topics', data: { title: 'One' }, locale: 'en' })
    await expect(
      app.payload.create({ collection: 'topics', data: { title: '' }, locale: 'en' }),
    ).rejects.toThrow()
    await app.payload.find({ collection: 'topics', locale: 'en' })
    const { valueOf } = await scrape()
    const operations = (operation: string) =>
      valueOf('qiao_database_operation_duration_seconds_count', { operation })
    expect(operations('create')).toBeGreaterThanOrEqual(1)
    expect(operations('find')).toBeGreaterThanOrEqual(1)
    const transactions = (outcome: string) =>
      valueOf('qiao_database_transactions_total', { outcome })
    expect(transactions('committed')).toBeGreaterThanOrEqual(1)
    expect(transactions('rolled_back')).toBe(1)
    const isSqlite = app.payload.db.name === 'sqlite'
    const waits = valueOf('qiao_database_write_wait_seconds_count')
    expect(waits > 0).toBe(isSqlite)
  })

  it('tells of writes that met each other and were run again, where there are such', async () => {
    const { scrape } = await app.listening()
    const { id } = await app.payload.create({
      collection: 'topics',
      data: { title: 'Wanted' },
      locale: 'en',
    })
    const names = Array.from({ length: 16 }, (_, index) => `Name ${index}`)
    await Promise.all(
      names.map((title) =>
        app.payload.update({ collection: 'topics', data: { title }, id, locale: 'en' }),
      ),
    )
    const conflicts = (await scrape()).valueOf('qiao_database_conflicts_total')
    expect(conflicts > 0).toBe(app.payload.db.name === 'mongoose')
  })

  it('tells which scheduled publications wait, are due and are late', async () => {
    const minutes = [-5, -0.5, 60, 120]
    for (const minute of minutes) {
      await app.payload.db.create({
        collection: 'scheduled-publications',
        data: {
          action: 'publish',
          at: new Date(Date.now() + minute * 60_000).toISOString(),
          slot: String(minute),
          state: 'pending',
        },
      })
    }
    const { scrape } = await app.listening()
    const { valueOf } = await scrape()
    const count = (state: string) => valueOf('qiao_scheduled_publications', { state })
    expect([count('waiting'), count('due'), count('late')]).toEqual([2, 2, 1])
    const queries = 'qiao_database_operation_duration_seconds_count'
    const asked = (await scrape()).valueOf(queries, { operation: 'count' })
    // Whoever asks again at once gets what was read before.
    expect((await scrape()).valueOf(queries, { operation: 'count' })).toBe(asked)
  })
})
