import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { startTestApp } from '../../support/test-app.ts'
import { askFeed } from './ask-feed.ts'

/** A word that stands in every text of a document in a language, however it is stored. */
type Word = `${'en' | 'zh'}word${string}`

let app: Awaited<ReturnType<typeof startTestApp>>
/** Words that readers of any language may see nowhere. */
const hidden: Word[] = []
const shown: Record<'en' | 'zh', Word[]> = { en: [], zh: [] }

const textsOf = (word: Word) => ({
  body: paragraph(word),
  city: word,
  seo: { description: word, title: word },
  slug: word,
  summary: word,
  title: word,
  venue: word,
})

const collections = ['news-briefs', 'stories'] as const

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startTestApp()
  const { payload } = app
  const patterns = (locale: string) => `https://www.example.org/${locale}/{slug}`
  for (const locale of ['en', 'zh'] as const) {
    const urlPatterns = { newsBriefs: patterns(locale), stories: patterns(locale) }
    await payload.updateGlobal({
      data: { siteName: 'Site', urlPatterns },
      locale,
      slug: 'organization',
    })
  }
  const topic = await payload.create({
    collection: 'topics',
    data: { slug: 'enwordtopic', title: 'enwordtopic' },
    locale: 'en',
  })
  const bodyless = {
    eventStart: '2021-05-01T12:00:00.000Z',
    kind: 'event',
    newsDate: '2021-05-01',
  } as const
  for (const collection of collections) {
    const own = collection === 'stories' ? ({ kind: 'feature' } as const) : bodyless
    const make = async (name: string, published: ('en' | 'zh')[]) => {
      const words = { en: `enword${name}${collection}`, zh: `zhword${name}${collection}` } as const
      const { id } = await payload.create({
        collection,
        data: {
          ...own,
          ...textsOf(words.en),
          _status: published.includes('en') ? 'published' : 'draft',
          topics: [topic.id],
        } as never,
        draft: !published.includes('en'),
        locale: 'en',
      })
      await payload.update({
        id,
        collection,
        data: {
          ...textsOf(words.zh),
          _status: published.includes('zh') ? 'published' : 'draft',
        } as never,
        draft: !published.includes('zh'),
        locale: 'zh',
      })
      return { id, words }
    }
    const both = await make('both', ['en', 'zh'])
    shown.en.push(both.words.en)
    shown.zh.push(both.words.zh)
    const english = await make('english', ['en'])
    shown.en.push(english.words.en)
    hidden.push(english.words.zh)
    const chinese = await make('chinese', ['zh'])
    shown.zh.push(chinese.words.zh)
    hidden.push(chinese.words.en)
    const draft = await make('draft', [])
    hidden.push(draft.words.en, draft.words.zh)
    const withdrawn = await make('withdrawn', ['en', 'zh'])
    await payload.update({
      id: withdrawn.id,
      collection,
      data: { _status: 'draft' },
      locale: 'zh',
    })
    shown.en.push(withdrawn.words.en)
    hidden.push(withdrawn.words.zh)
    const trashed = await make('trashed', ['en', 'zh'])
    await payload.update({
      id: trashed.id,
      collection,
      data: { deletedAt: new Date().toISOString() },
    })
    hidden.push(trashed.words.en, trashed.words.zh)
    const ahead = await make('ahead', ['en', 'zh'])
    shown.en.push(ahead.words.en)
    shown.zh.push(ahead.words.zh)
    const later: Word = `enwordlater${collection}`
    await payload.update({
      id: ahead.id,
      collection,
      data: textsOf(later),
      draft: true,
      locale: 'en',
    })
    hidden.push(later)
  }
}, 120_000)

afterAll(() => app.stop())

const feedsIn = (locale: string): string[] =>
  ['all', 'stories', 'news-briefs', ...(locale === 'en' ? ['topics/enwordtopic'] : [])].flatMap(
    (name) => ['atom', 'rss', 'json'].map((format) => `/feeds/${locale}/${name}.${format}`),
  )

const sitemapsIn = (locale: string): string[] =>
  collections.map((collection) => `/sitemaps/${locale}/${collection}/1.xml`)

describe.each(['en', 'zh'] as const)('what readers of %s are told', (locale) => {
  it.each([...feedsIn(locale), `/calendar/${locale}/events.ics`, ...sitemapsIn(locale)])(
    'is published in a language, and in full, at %s',
    async (path) => {
      const { status, text } = await askFeed(app.app, path)
      const unfolded = text.replaceAll('\r\n ', '')
      expect(status).toBe(200)
      expect(hidden.filter((word) => unfolded.includes(word))).toEqual([])
      const collection = collections.find((each) => path.includes(each))
      const own = path.startsWith('/calendar') ? 'news-briefs' : collection
      for (const word of shown[locale]) {
        if (!own || word.endsWith(own)) expect(unfolded).toContain(word)
      }
    },
  )

  it('is in their language: of the other one there are addresses, and nothing else', async () => {
    const other = locale === 'en' ? 'zh' : 'en'
    for (const path of [...feedsIn(locale), `/calendar/${locale}/events.ics`]) {
      const { text } = await askFeed(app.app, path)
      const addresses = new RegExp(`https://www\\.example\\.org/${other}/[\\w-]+`, 'g')
      const feedsOfOther = new RegExp(`/feeds/${other}/topics/[\\w-]+`, 'g')
      const rest = text.replaceAll('\r\n ', '').replace(addresses, '').replace(feedsOfOther, '')
      expect(rest).not.toContain(`${other}word`)
    }
  })
})

describe('a topic without a text in a language', () => {
  it('has no feed in it', async () => {
    expect((await askFeed(app.app, '/feeds/zh/topics/enwordtopic.atom')).status).toBe(404)
    const { text } = await askFeed(app.app, '/feeds/en/topics/enwordtopic.atom')
    expect(text).not.toContain('/feeds/zh/topics')
  })
})

describe('who asks', () => {
  it('makes no difference: staff gets what readers get', async () => {
    const { signIn } = await import('../../support/sign-in.ts')
    const editor = await signIn({ payload: app.payload, role: 'editor' })
    const { default: request } = await import('supertest')
    for (const path of ['/feeds/en/all.json', '/feeds/zh/all.json']) {
      const own = await request(app.app).get(path).set(editor).buffer(true)
      const { text } = await askFeed(app.app, path)
      expect(own.text ?? JSON.stringify(own.body)).toBe(text)
    }
  })
})
