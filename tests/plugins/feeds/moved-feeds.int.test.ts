import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let topic: string

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startTestApp()
  const { payload } = app
  const data = { slug: 'water', title: 'Water' }
  topic = (await payload.create({ collection: 'topics', data, locale: 'en' })).id
  for (const [locale, slug] of [
    ['zh', 'shui'],
    ['en', 'rivers'],
    ['en', 'rivers-and-lakes'],
  ] as const)
    await payload.update({ collection: 'topics', data: { slug, title: slug }, id: topic, locale })
})

afterAll(() => app.stop())

const ask = (path: string) => request(app.app).get(path)

const at = (path: string) => `https://api.qiao.example/feeds/${path}`

const newProgram = async (slug: string, status: 'draft' | 'published'): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'programs',
    data: { _status: status, kind: 'program', slug, title: slug },
    draft: status === 'draft',
    locale: 'en',
  })
  return id
}

describe('the feed of a topic', () => {
  it.each([
    ['en/topics/water.atom', 'en/topics/rivers-and-lakes.atom'],
    ['en/topics/rivers.json?page=2', 'en/topics/rivers-and-lakes.json?page=2'],
    ['en/topics/shui.rss', 'en/topics/rivers-and-lakes.rss'],
    ['zh/topics/water.rss', 'zh/topics/shui.rss'],
  ])('that was %s is told to be at %s', async (former, current) => {
    const { headers } = await ask(`/feeds/${former}`).expect(301)
    expect(headers.location).toBe(at(current))
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('is where it is told to be', async () => {
    await ask('/feeds/en/topics/rivers-and-lakes.atom').expect(200)
  })
})

describe('the feed of a program', () => {
  it('is not told of where readers never knew its slug', async () => {
    const id = await newProgram('secret-plan', 'draft')
    await app.payload.update({
      id,
      collection: 'programs',
      data: { _status: 'published', slug: 'open-plan' },
      locale: 'en',
    })
    await ask('/feeds/en/programs/open-plan.atom').expect(200)
    await ask('/feeds/en/programs/secret-plan.atom').expect(404)
  })

  it('is not told of when it is withdrawn', async () => {
    const id = await newProgram('first-name', 'published')
    const change = (data: object) =>
      app.payload.update({ id, collection: 'programs', data, locale: 'en' })
    await change({ _status: 'published', slug: 'second-name' })
    await ask('/feeds/en/programs/first-name.atom').expect(301)
    await change({ _status: 'draft' })
    await ask('/feeds/en/programs/first-name.atom').expect(404)
    await ask('/feeds/zh/programs/first-name.atom').expect(404)
  })
})
