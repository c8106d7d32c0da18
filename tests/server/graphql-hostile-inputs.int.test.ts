import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  server = await startTestApp()
  // Where there is nothing, a database compares with nothing.
  await server.payload.create({ collection: 'topics', data: { title: 'x' }, locale: 'en' })
  await post({ query: '{ Topics { totalDocs } }' }).expect(200)
})

afterAll(async () => {
  await server.stop()
})

const post = (body: object) => request(server.app).post('/api/graphql').send(body)

const filtered = 'query ($where: Topic_where) { Topics(where: $where) { totalDocs } }'

/** A filter within that many others. */
const within = (levels: number): object =>
  levels === 0 ? { title: { equals: 'x' } } : { AND: [within(levels - 1)] }

const filters: [string, object][] = [
  ['a string of 200 kB', { title: { equals: 'x'.repeat(200_000) } }],
  ['a pattern of 200 kB', { title: { like: 'x'.repeat(200_000) } }],
  ['a pattern of 60,000 words', { title: { like: 'x '.repeat(60_000) } }],
  ['a pattern of signs', { title: { like: `${'%_'.repeat(30)}(a+)+$` } }],
  ['a list of 10,000', { title: { in: Array.from({ length: 10_000 }, (_, i) => String(i)) } }],
  ['a NUL byte', { title: { equals: 'a\u0000b' } }],
  ['half a character', { title: { equals: '\ud800' } }],
  ['filters within filters', within(10)],
  ['a hundred filters', { OR: Array.from({ length: 100 }, () => within(0)) }],
  ['an operator of a database', { title: { $where: '1' } }],
  ['a number for a text', { title: { equals: 5 } }],
]

describe('a variable that means no good', () => {
  it.each(filters)('of %s is no fault of the server', async (_, where) => {
    const began = performance.now()
    const answer = await post({ query: filtered, variables: { where } })
    expect(performance.now() - began).toBeLessThan(5000)
    expect(answer.status).toBeLessThan(500)
    const codes = (answer.body.errors ?? []).map(
      ({ extensions }: { extensions: { code: string } }) => extensions.code,
    )
    expect(codes).not.toContain('internal')
    const next = await post({ query: '{ Topics { totalDocs } }' })
    expect(next.body).toEqual({ data: { Topics: { totalDocs: 1 } } })
  })
})
