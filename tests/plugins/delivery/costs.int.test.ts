import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { countReads } from '../../support/count-reads.ts'
import { paragraph } from '../../support/rich-text.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  app = await startDemoApp({ hasCache: false })
}, 240_000)

afterAll(() => app.stop())

/** What is read from the database for an answer. */
const readsOf = (path: string): Promise<string[]> =>
  countReads(app.payload, () => request(app.app).get(`/api/${path}`).expect(200))

/** What an answer takes of the processor in milliseconds, its asking included: the median of many. */
const workOf = async (path: string): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < 15; round += 1) {
    const before = process.cpuUsage()
    await request(app.app).get(`/api/${path}`).expect(200)
    const { system, user } = process.cpuUsage(before)
    times.push((system + user) / 1000)
  }
  return times.toSorted((one, other) => one - other)[7]!
}

const pages = [
  'delivery/news-briefs/study-tour-seoul-2019?locale=en',
  'delivery/programs/visionary-education-program?locale=en',
  'delivery/stories/interview-li-xiajie-gwp?locale=en',
  'delivery/awards/best-ngo-award-2007?locale=en',
  'delivery/partner-profiles/cango?locale=en',
]

describe('what an answer costs', () => {
  it.each(pages)('%s: no more than 20 reads of the database', async (path) => {
    const reads = await readsOf(path)
    const ms = await workOf(path)
    process.stdout.write(
      `costs: ${path}: ${reads.length} reads, ${ms.toFixed(0)} ms of the processor\n`,
    )
    expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(20)
  })

  it('is one read of a document found by its slug, and four when there is somewhere to go', async () => {
    const slug = 'news-briefs/by-slug/study-tour-seoul-2019'
    expect(await readsOf(`${slug}?locale=en&depth=0`)).toEqual(['find news-briefs'])
    expect(await readsOf(`${slug}?locale=zh&depth=0`)).toEqual([
      'find news-briefs',
      'find slug-claims',
      'find news-briefs',
      'findGlobal organization',
    ])
  })

  it('does not grow with what is stored, nor with what a document refers to', async () => {
    const path = 'delivery/programs/visionary-education-program?locale=en'
    const before = await readsOf(path)
    const { body } = await request(app.app).get(`/api/${path}`)
    const id = String(body.id)
    const partners: { partner: string }[] = body.document.partners.map(
      ({ id: row, partner }: { id: string; partner: { id: string } }) => ({
        id: row,
        partner: partner.id,
      }),
    )
    for (let number = 0; number < 20; number += 1) {
      const partner = await app.payload.create({
        collection: 'partner-profiles',
        data: { _status: 'published', name: `Partner ${number}` },
        locale: 'en',
      })
      partners.push({ partner: partner.id })
      await app.payload.create({
        collection: 'news-briefs',
        data: {
          _status: 'published',
          body: paragraph('A text'),
          kind: 'announcement',
          newsDate: `2020-01-${number + 10}`,
          programs: [id],
          title: `Brief ${number}`,
        },
        locale: 'en',
      })
    }
    await app.payload.update({ id, collection: 'programs', data: { partners }, locale: 'en' })
    const reads = await readsOf(path)
    expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(before.length)
  })
})
