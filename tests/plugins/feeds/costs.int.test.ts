import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { startDemoApp } from '../../support/demo-app.ts'
import { paragraph } from '../../support/rich-text.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  monitorMongodb()
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const queries = (path: string): Promise<string[]> =>
  queriesOf(app.payload, () => request(app.app).get(path).expect(200))

const paths = [
  '/feeds/en/news-briefs.atom',
  '/feeds/zh/news-briefs.rss',
  '/feeds/en/all.json',
  '/feeds/en/topics/education.atom',
  '/calendar/en/events.ics',
  '/sitemaps/en/news-briefs/1.xml',
  '/sitemap.xml',
]

/** A brief as the demo has them, with everything that a feed reads of it, in both languages. */
const createBrief = async (number: number) => {
  const { payload } = app
  const first = async (collection: 'media' | 'topics') =>
    (await payload.find({ collection, limit: 1, skip: number % 5 } as never)).docs[0]!.id
  const brief = await payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      body: paragraph(`Text ${number}`),
      cover: await first('media'),
      eventStart: '2020-02-02T12:00:00.000Z',
      kind: 'event',
      newsDate: '2020-02-02',
      title: `Brief ${number}`,
      topics: [await first('topics')],
    } as never,
    locale: 'en',
  })
  await payload.update({
    id: brief.id,
    collection: 'news-briefs',
    data: { _status: 'published', body: paragraph(`正文 ${number}`), title: `简报 ${number}` },
    locale: 'zh',
  })
}

describe('what a feed costs', () => {
  it('is a number of queries that does not grow with its entries', async () => {
    const before = new Map<string, string[]>()
    for (const path of paths) before.set(path, await queries(path))
    for (let number = 0; number < 25; number += 1) await createBrief(number)
    for (const path of paths) {
      const after = await queries(path)
      const known = before.get(path) ?? []
      process.stdout.write(`costs: ${path}: ${known.length} queries, then ${after.length}\n`)
      expect(after.length, after.join('\n')).toBeLessThanOrEqual(known.length)
    }
  })
})
