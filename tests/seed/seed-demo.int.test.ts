import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { demoEmails, seedDemo } from '../../src/seed/index.ts'
import { startTestApp } from '../support/test-app.ts'

const content = ['news-briefs', 'programs', 'stories', 'awards', 'partner-profiles'] as const
const everything = [...content, 'topics', 'media', 'users'] as const

let app: Awaited<ReturnType<typeof startTestApp>>
let first: { created: number }

beforeAll(async () => {
  app = await startTestApp()
  first = await seedDemo({ password: 'a password for the demo', payload: app.payload })
}, 240_000)

afterAll(() => app.stop())

const read = async (path: string) => {
  const { body, status } = await request(app.app).get(`/api/${path}`)
  return { ...body, status }
}

const bySlug = async (collection: string, slug: string, locale: 'en' | 'zh') => {
  const { docs } = await read(
    `${collection}?locale=${locale}&depth=0&where[slug][equals]=${encodeURIComponent(slug)}`,
  )
  return docs[0]
}

describe('the demo content', () => {
  it('has what a small organisation publishes', async () => {
    const counts: Record<string, number> = {}
    for (const collection of everything) {
      counts[collection] = (await app.payload.count({ collection })).totalDocs
    }
    expect(counts['news-briefs']).toBeGreaterThanOrEqual(12)
    expect(counts.programs).toBeGreaterThanOrEqual(4)
    expect(counts.stories).toBeGreaterThanOrEqual(6)
    expect(counts.awards).toBeGreaterThanOrEqual(8)
    expect(counts['partner-profiles']).toBeGreaterThanOrEqual(8)
    expect(counts.topics).toBeGreaterThanOrEqual(8)
    expect(counts.media).toBeGreaterThanOrEqual(8)
    expect(counts.users).toBe(demoEmails.length)
    const documents = Object.values(counts).reduce((sum, count) => sum + count, 0)
    expect(first.created).toBe(documents + 1)
  })

  it('covers at least three years of news', async () => {
    const { docs } = await read('news-briefs?locale=en&limit=100&depth=0')
    const years = new Set(docs.map(({ year }: { year: number }) => year))
    expect(years.size).toBeGreaterThanOrEqual(3)
  })

  it('shows readers a title in the language they ask for, and no other', async () => {
    for (const collection of content) {
      const name = collection === 'partner-profiles' ? 'name' : 'title'
      const english = await read(`${collection}?locale=en&limit=100&depth=0`)
      const chinese = await read(`${collection}?locale=zh&limit=100&depth=0`)
      expect(english.docs.length).toBeGreaterThan(0)
      for (const doc of english.docs) expect(doc[name]).not.toMatch(/\p{Script=Han}/u)
      for (const doc of chinese.docs) {
        expect(doc[name]).toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('writes Chinese with Chinese punctuation, and a space between Han characters and numbers', async () => {
    const breaches: string[] = []
    let seen = 0
    for (const collection of [...content, 'topics', 'media']) {
      const { docs } = await read(`${collection}?locale=zh&limit=100&depth=0`)
      for (const text of docs.flatMap(textsOf)) {
        if (!/\p{Script=Han}/u.test(text)) continue
        seen += 1
        if (/\p{Script=Han}[,;:!?()]|[,;!?]\p{Script=Han}/u.test(text)) breaches.push(text)
        if (/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text)) breaches.push(text)
      }
    }
    expect(breaches).toEqual([])
    expect(seen).toBeGreaterThan(400)
  })

  it('gives every figure a date and a source', async () => {
    for (const collection of ['programs', 'partner-profiles']) {
      const { docs } = await read(`${collection}?locale=en&limit=100&depth=0`)
      for (const { figures } of docs) {
        for (const figure of figures) {
          expect(figure.asOf.date).toBeTruthy()
          expect(figure.source).toBeTruthy()
        }
      }
    }
  })

  it('keeps figures that contradict each other side by side', async () => {
    const { figures, registrations } = await bySlug('partner-profiles', 'cango', 'en')
    const members = figures.filter(
      ({ metric }: { metric: string }) => metric === 'Member organisations',
    )
    expect(members.map(({ value }: { value: number }) => value)).toEqual([155, 125])
    const years = registrations.map(({ date }: { date: { date: string } }) => date.date.slice(0, 4))
    expect(years).toEqual(['1992', '1993', '1994'])
  })

  it('lets every demo user sign in, a translator with the language to write', async () => {
    for (const email of demoEmails) {
      const { body, status } = await request(app.app)
        .post('/api/users/login')
        .send({ email, password: 'a password for the demo' })
      expect(status).toBe(200)
      const language = /^translator-(\w+)@/.exec(email)?.[1]
      expect(body.user.locales ?? []).toEqual(language ? [language] : [])
    }
  })

  it('names the organisation in both languages', async () => {
    expect((await read('globals/organization?locale=en')).siteName).toBe('CANGO')
    const chinese = await read('globals/organization?locale=zh')
    expect(chinese.siteName).toBe('中国民促会')
    expect(chinese.figures).toHaveLength(2)
    expect(chinese.urlPatterns.newsBriefs).toBe('https://www.qiao.example/zh/news/{slug}')
  })

  it('serves its pictures', async () => {
    const { docs } = await read('media?locale=zh&limit=1')
    const { headers, status } = await request(app.app).get(new URL(docs[0].url).pathname)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('image/jpeg')
  })
})

describe('the languages of the demo content', () => {
  it('has a brief in English only', async () => {
    const brief = await bySlug('news-briefs', 'giving-from-the-united-states', 'en')
    expect(brief.sourceLocale).toBe('en')
    expect((await read(`news-briefs/${brief.id}?locale=zh`)).status).toBe(404)
  })

  it('has a brief in Chinese only, born there', async () => {
    const brief = await bySlug('news-briefs', 'shan-qu-xiao-zhang-zhao-mu-2022', 'zh')
    expect(brief.sourceLocale).toBe('zh')
    expect((await read(`news-briefs/${brief.id}?locale=en`)).status).toBe(404)
  })

  it('has a story whose translation is older than its source', async () => {
    const story = await bySlug('stories', 'headteachers-widen-their-view', 'en')
    expect(story.sourceLocale).toBe('en')
    expect(story.summary).toContain('next fellowship takes 18')
    const chinese = await read(`stories/${story.id}?locale=zh`)
    expect(chinese.summary).toBe('乡村校长齐聚一堂，参加远见教育项目的领导力培训。')
    expect(Date.parse(story.updatedAt)).toBeGreaterThan(Date.parse(chinese.publishedAt))
  })

  it('has a brief with a draft on top of its published text', async () => {
    const brief = await bySlug('news-briefs', 'the-year-2021-in-figures', 'en')
    expect(brief.title).toBe('The year 2021 in figures')
    const draft = await app.payload.findByID({
      id: brief.id,
      collection: 'news-briefs',
      draft: true,
      locale: 'en',
    })
    expect(draft.title).toBe('The year 2021 in figures, with a look ahead')
    expect((await read(`news-briefs/${brief.id}?locale=zh`)).title).toBe('数说 2021')
  })

  it('has documents born in Chinese and published in both', async () => {
    const award = await bySlug('awards', 'quan-guo-xian-jin-she-hui-zu-zhi-2010', 'zh')
    expect(award.sourceLocale).toBe('zh')
    const english = await read(`awards/${award.id}?locale=en`)
    expect(english.title).toBe('National Advanced Social Organization')
  })
})

describe('seeding again', () => {
  it('makes nothing and touches nothing', async () => {
    const before = await stateOfEverything()
    const again = await seedDemo({ password: 'another password', payload: app.payload })
    expect(again).toEqual({ created: 0 })
    expect(await stateOfEverything()).toEqual(before)
  })
})

describe('what was seeded', () => {
  it('passes validation when an editor saves it again, in each language', async () => {
    const failures: string[] = []
    for (const collection of content) {
      for (const locale of ['en', 'zh'] as const) {
        const { docs } = await app.payload.find({
          collection,
          depth: 0,
          limit: 100,
          locale,
          where: { _status: { equals: 'published' } },
        })
        for (const doc of docs) {
          await app.payload
            .update({
              id: doc.id,
              collection,
              data: { _status: 'published' },
              locale,
            })
            .catch((error: unknown) => failures.push(`${collection} ${locale}: ${String(error)}`))
        }
      }
    }
    expect(failures).toEqual([])
  }, 120_000)
})

const stateOfEverything = async () => {
  const state: Record<string, string> = {}
  for (const collection of everything) {
    const { docs } = await app.payload.find({ collection, depth: 0, draft: true, limit: 1000 })
    for (const { id, updatedAt } of docs) state[`${collection}/${id}`] = updatedAt
  }
  const { updatedAt } = await app.payload.findGlobal({ slug: 'organization' })
  return { ...state, organization: updatedAt }
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
