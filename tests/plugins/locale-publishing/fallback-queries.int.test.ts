import { afterAll, beforeAll, expect, it } from 'vitest'
import request from 'supertest'

import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { startTestApp } from '../../support/test-app.ts'
import { buildFallbackWorld, type FallbackWorld } from './fallback-world.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let world: FallbackWorld

beforeAll(async () => {
  monitorMongodb()
  server = await startTestApp({ hasCache: false })
  world = await buildFallbackWorld(server)
})

afterAll(() => server.stop())

const queries = (search: string): Promise<string[]> =>
  queriesOf(server.payload, async () => {
    await request(server.app).get(`/api/news-briefs?locale=zh&${search}`).expect(200)
  })

it.each([0, 1, 2])(
  'a list with a fallback takes as many queries as one without, at depth %s',
  async (depth) => {
    // The one document that refers to others, in both.
    const plain = await queries(`depth=${depth}&where[id][equals]=${world.ids.alpha}`)
    const one = await queries(`depth=${depth}&fallback=en&where[id][equals]=${world.ids.alpha}`)
    const both = ['alpha', 'beta'].map((name) => `where[id][in][]=${world.ids[name]}`).join('&')
    const two = await queries(`depth=${depth}&fallback=en&${both}`)
    // The partner that is hidden without a fallback leads to nothing more.
    expect(one.length, one.join('\n')).toBeLessThanOrEqual(plain.length)
    expect(two.length, two.join('\n')).toBe(one.length)
  },
)

it('a look-up by slug looks into the index of each language before', async () => {
  const { slug } = await server.payload.findByID({
    id: world.ids.alpha!,
    collection: 'news-briefs',
    locale: 'zh',
  })
  const plain = await queries(`depth=0&where[slug][equals]=${slug}`)
  const withFallback = await queries(`depth=0&fallback=en&where[slug][equals]=${slug}`)
  // SQLite asks for the ids first, and then for what of them is selected.
  expect(withFallback.length - plain.length).toBeLessThanOrEqual(4)
})
