import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }
let translator: { Authorization: string }

type Texts = Record<string, unknown>

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  editor = await signIn({ payload, role: 'editor' })
  translator = await signIn({ locales: ['en', 'zh'], payload, role: 'translator' })
})

afterAll(() => app.stop())

const texts = (title: string): Texts => ({ body: paragraph(title), summary: title, title })

/** A brief whose Chinese is public and whose English is a draft. */
const newBrief = async (): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      kind: 'event',
      newsDate: '2019-05-01',
      ...texts('中文'),
    } as never,
    locale: 'zh',
  })
  await save(id, 'en', texts('English'), true)
  return id
}

const save = (id: string, locale: 'en' | 'zh', data: Texts, draft = false) =>
  app.payload.update({ id, collection: 'news-briefs', data, draft, locale })

const act = (id: string, action: string, body: unknown, as = editor) =>
  request(app.app)
    .post(`/api/news-briefs/${id}/${action}`)
    .set(as)
    .send(body as object)

const states = async (id: string): Promise<unknown> => {
  const answer = await request(app.app).get(`/api/news-briefs/${id}/locales`).set(editor)
  return answer.body.locales
}

/** What a visitor reads in a language; nothing when it is not public. */
const publicTitle = async (id: string, locale: string): Promise<unknown> => {
  const answer = await request(app.app).get(`/api/news-briefs/${id}?locale=${locale}`)
  return answer.status === 200 ? answer.body.title : undefined
}

const draftTitle = async (id: string, locale: 'en' | 'zh'): Promise<unknown> => {
  const doc = await app.payload.findByID({ id, collection: 'news-briefs', draft: true, locale })
  return doc.title
}

describe('the state of a language', () => {
  it('goes from not started over draft and published to changed, whatever the other does', async () => {
    const { id } = await app.payload.create({
      collection: 'news-briefs',
      data: { kind: 'event', newsDate: '2019-05-01', ...texts('中文') } as never,
      draft: true,
      locale: 'zh',
    })
    expect(await states(id)).toEqual({ en: 'not-started', zh: 'draft' })
    await save(id, 'en', texts('English'), true)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'draft' })
    await act(id, 'publish', { locales: ['zh'] }).expect(200, {
      locales: { en: 'draft', zh: 'published' },
    })
    await save(id, 'zh', { title: '改过' }, true)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'changed' })
    await save(id, 'en', { title: 'Changed too' }, true)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'changed' })
  })

  it('is told to staff only', async () => {
    const id = await newBrief()
    await request(app.app).get(`/api/news-briefs/${id}/locales`).expect(403)
  })
})

describe('publishing', () => {
  it('makes one language public and leaves the draft of the other alone', async () => {
    const id = await newBrief()
    await save(id, 'zh', { title: '中文新稿' }, true)
    await act(id, 'publish', { locales: ['en'] }).expect(200, {
      locales: { en: 'published', zh: 'changed' },
    })
    expect(await publicTitle(id, 'en')).toBe('English')
    expect(await publicTitle(id, 'zh')).toBe('中文')
    expect(await draftTitle(id, 'zh')).toBe('中文新稿')
  })

  it('takes both at once, or neither when one is not complete', async () => {
    const id = await newBrief()
    await save(id, 'en', { title: null }, true)
    await save(id, 'zh', { title: '新' }, true)
    const refused = await act(id, 'publish', { locales: ['zh', 'en'] })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('title')
    expect(await publicTitle(id, 'zh')).toBe('中文')
    await save(id, 'en', { title: 'Complete' }, true)
    await act(id, 'publish', { locales: 'all' }).expect(200, {
      locales: { en: 'published', zh: 'published' },
    })
    expect(await publicTitle(id, 'en')).toBe('Complete')
    expect(await publicTitle(id, 'zh')).toBe('新')
  })

  it('keeps each row of a list together when rows were moved, added and removed in between', async () => {
    const people = [{ name: '甲' }, { name: '乙' }, { name: '丙' }]
    const made = await app.payload.create({
      collection: 'news-briefs',
      data: {
        _status: 'published',
        kind: 'event',
        newsDate: '2019-05-01',
        speakers: people,
        ...texts('中文'),
      } as never,
      locale: 'zh',
    })
    const [a, b, c] = made.speakers ?? []
    // In English: the second person goes, a new one comes first, the others change places.
    await save(
      made.id,
      'en',
      {
        ...texts('English'),
        speakers: [{ name: 'New' }, { id: c?.id, name: 'Third' }, { id: a?.id, name: 'First' }],
      },
      true,
    )
    expect(b?.id).toBeTruthy()
    await act(made.id, 'publish', { locales: ['en'] }).expect(200)
    const names = async (locale: 'en' | 'zh') => {
      const answer = await request(app.app).get(`/api/news-briefs/${made.id}?locale=${locale}`)
      return answer.body.speakers.map(({ name }: { name?: string | null }) => name ?? null)
    }
    expect(await names('en')).toEqual(['New', 'Third', 'First'])
    expect(await names('zh')).toEqual([null, '丙', '甲'])
  })
})

describe('unpublishing', () => {
  it('hides one language, keeps its text as a draft and leaves the other public', async () => {
    const id = await newBrief()
    await act(id, 'publish', { locales: ['en'] }).expect(200)
    await save(id, 'en', { title: 'English, next' }, true)
    await act(id, 'unpublish', { locales: ['zh'] }).expect(200, {
      locales: { en: 'changed', zh: 'draft' },
    })
    expect(await publicTitle(id, 'zh')).toBeUndefined()
    expect(await publicTitle(id, 'en')).toBe('English')
    expect(await draftTitle(id, 'zh')).toBe('中文')
    expect(await draftTitle(id, 'en')).toBe('English, next')
  })

  it('works when the draft would not be complete enough to publish', async () => {
    const id = await newBrief()
    await save(id, 'zh', { title: null }, true)
    await act(id, 'unpublish', { locales: ['zh'] }).expect(200)
    expect(await publicTitle(id, 'zh')).toBeUndefined()
  })

  it('of a language that is not public is refused and changes nothing', async () => {
    const id = await newBrief()
    const answer = await act(id, 'unpublish', { locales: ['zh', 'en'] })
    expect(answer.status).toBe(409)
    expect(answer.body.errors[0].message).toContain('“en”')
    expect(await publicTitle(id, 'zh')).toBe('中文')
  })
})

describe('reverting', () => {
  it('takes one language back to what readers see and keeps the draft of the other', async () => {
    const id = await newBrief()
    await act(id, 'publish', { locales: ['en'] }).expect(200)
    await save(id, 'zh', { summary: null, title: '错字' }, true)
    await save(id, 'en', { title: 'English, next' }, true)
    await act(id, 'revert', { locales: ['zh'] }).expect(200, {
      locales: { en: 'changed', zh: 'published' },
    })
    expect(await draftTitle(id, 'zh')).toBe('中文')
    expect(await draftTitle(id, 'en')).toBe('English, next')
    const zh = await app.payload.findByID({
      id,
      collection: 'news-briefs',
      draft: true,
      locale: 'zh',
    })
    expect(zh.summary).toBe('中文')
  })
})

describe('GraphQL', () => {
  const ask = async (query: string, as: Record<string, string> = editor) => {
    const answer = await request(app.app).post('/api/graphql').set(as).send({ query })
    return answer.body
  }

  it('publishes, withdraws and reverts one language, and tells the states', async () => {
    const id = await newBrief()
    const target = `collection: news_briefs, id: "${id}"`
    const published = await ask(
      `mutation { publishLocales(${target}, locales: ["en"]) { locale state } }`,
    )
    expect(published.data.publishLocales).toEqual([
      { locale: 'en', state: 'published' },
      { locale: 'zh', state: 'published' },
    ])
    await save(id, 'zh', { title: '改过' }, true)
    const { data } = await ask(`{ localeStates(${target}) { locale state } }`)
    expect(data.localeStates[1]).toEqual({ locale: 'zh', state: 'changed' })
    await ask(`mutation { revertLocales(${target}, locales: ["zh"]) { state } }`)
    expect(await draftTitle(id, 'zh')).toBe('中文')
    await ask(`mutation { unpublishLocales(${target}, locales: ["zh"]) { state } }`)
    expect(await publicTitle(id, 'zh')).toBeUndefined()
    expect(await publicTitle(id, 'en')).toBe('English')
  })

  it('refuses who may not, and names unknown languages', async () => {
    const id = await newBrief()
    const target = `collection: news_briefs, id: "${id}"`
    const mutation = `mutation { unpublishLocales(${target}, locales: ["zh"]) { state } }`
    for (const as of [translator, {}]) {
      const refused = await ask(mutation, as)
      expect(refused.errors[0].extensions.statusCode).toBe(403)
    }
    const hidden = await ask(`{ localeStates(${target}) { state } }`, {})
    expect(hidden.errors[0].extensions.statusCode).toBe(403)
    const unknown = await ask(`mutation { publishLocales(${target}, locales: ["fr"]) { state } }`)
    expect(unknown.errors[0].message).toContain('en, zh')
    expect(await publicTitle(id, 'zh')).toBe('中文')
  })
})

describe('a request that cannot be meant', () => {
  it.each([
    [{ locales: ['fr'] }],
    [{ locales: [] }],
    [{ locales: ['zh', 1] }],
    [{ locales: 'zh' }],
    [{}],
  ])('%j is refused with the known languages', async (body) => {
    const answer = await act(await newBrief(), 'publish', body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('en, zh')
  })

  it('about a document that is not there is a 404', async () => {
    await act('00000000-0000-0000-0000-000000000000', 'unpublish', { locales: ['zh'] }).expect(404)
    await act('6543210fedcba98765432100', 'publish', { locales: ['zh'] }).expect(404)
  })

  it.each(['publish', 'unpublish', 'revert'])('%s is for editors', async (action) => {
    const id = await newBrief()
    await act(id, action, { locales: ['zh'] }, translator).expect(403)
    await request(app.app)
      .post(`/api/news-briefs/${id}/${action}`)
      .send({ locales: ['zh'] })
      .expect(403)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'published' })
  })
})

it('two editors who publish the same language at once both succeed', async () => {
  const id = await newBrief()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => act(id, 'publish', { locales: ['en'] })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(await states(id)).toEqual({ en: 'published', zh: 'published' })
})
