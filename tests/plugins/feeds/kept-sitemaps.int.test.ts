import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { untilCurrent } from '../../support/cache-of.ts'
import { buildSmallWorld, type SmallWorld } from '../../support/small-world.ts'
import { startTestApp } from '../../support/test-app.ts'
import { askFeed } from './ask-feed.ts'

const briefs = '/sitemaps/en/news-briefs/1.xml'
const programs = '/sitemaps/en/programs/1.xml'

let app: Awaited<ReturnType<typeof startTestApp>>
let world: SmallWorld
let stats: Awaited<ReturnType<typeof untilCurrent>>

beforeAll(async () => {
  app = await startTestApp()
  world = await buildSmallWorld(app.payload)
  const at = (name: string, locale: string) => `https://www.example.org/${locale}/${name}/{slug}`
  for (const locale of ['en', 'zh'] as const) {
    const urlPatterns = { newsBriefs: at('news', locale), programs: at('programs', locale) }
    await app.payload.updateGlobal({ data: { urlPatterns }, locale, slug: 'organization' })
  }
  stats = await untilCurrent(app.app)
}, 120_000)

afterAll(() => app.stop())

const ask = async (path: string): Promise<{ isKept: boolean; text: string }> => {
  const { hits } = stats()
  const { status, text } = await askFeed(app.app, path)
  expect(status, text).toBe(200)
  return { isKept: stats().hits > hits, text }
}

const untilKept = (...paths: string[]) =>
  vi.waitFor(
    async () => {
      for (const path of paths)
        if (!(await ask(path)).isKept) throw new Error(`${path} is not answered from memory.`)
    },
    { interval: 100, timeout: 10_000 },
  )

describe('a sitemap', () => {
  it('is answered from memory until a document of its collection is written', async () => {
    await untilKept(briefs, programs)
    const data = { _status: 'published', slug: 'a-new-address' } as const
    await app.payload.update({ collection: 'news-briefs', data, id: world.brief, locale: 'en' })
    const changed = await ask(briefs)
    expect(changed.isKept).toBe(false)
    expect(changed.text).toContain('https://www.example.org/en/news/a-new-address')
    expect((await ask(programs)).isKept).toBe(true)
    const { headers } = await request(app.app).get(briefs)
    expect(headers['surrogate-key']).toBe('news-briefs organization')
  })

  it('is right in the end when nobody knew which documents were written', async () => {
    await app.payload.db.updateMany({
      collection: 'news-briefs',
      data: {
        _status: { en: 'published', zh: 'published' },
        slug: { en: 'written-past-payload', zh: 'written-past-payload' },
      },
      where: { 'slug.en': { equals: 'a-new-address' } },
    })
    // At first the register is behind; what it says then must not be kept.
    await vi.waitFor(
      async () => expect((await ask(briefs)).text).toContain('/written-past-payload'),
      { interval: 100, timeout: 20_000 },
    )
  })

  it('is not to be had while the register is made, and says when to ask again', async () => {
    await app.payload.db.updateOne({
      collection: 'public-documents-progress',
      data: { isFilled: false },
      where: { key: { equals: 'fill/stories' } },
    })
    const urlPatterns = { stories: 'https://www.example.org/stories/{slug}' }
    await app.payload.updateGlobal({ data: { urlPatterns }, locale: 'en', slug: 'organization' })
    const { body, headers } = await request(app.app).get('/sitemaps/en/stories/1.xml').expect(503)
    expect(body.errors[0].code).toBe('unavailable')
    expect(headers['retry-after']).toBe('5')
  })
})
