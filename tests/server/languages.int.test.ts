import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'

import {
  buildFallbackWorld,
  type FallbackWorld,
} from '../plugins/locale-publishing/fallback-world.ts'
import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let world: FallbackWorld

beforeAll(async () => {
  server = await startTestApp()
  world = await buildFallbackWorld(server)
})

afterAll(() => server.stop())

/** The smallest picture. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const get = (path: string, acceptLanguage?: string) => {
  const asking = request(server.app).get(`/api/${path}`)
  return acceptLanguage === undefined ? asking : asking.set('Accept-Language', acceptLanguage)
}

const graphql = (query: string, address = '', headers: Record<string, string> = {}) =>
  request(server.app).post(`/api/graphql${address}`).set(headers).send({ query })

describe('the language that a reader prefers', () => {
  it('decides when it is asked to, and the answer says so', async () => {
    const { body, headers } = await get('news-briefs?locale=auto&sort=createdAt', 'zh-CN,en;q=0.1')
    expect(body.docs.map(({ title }: { title: string }) => title)).toEqual(['甲', '丙', '丁'])
    expect(headers['content-language']).toBe('zh')
    expect(headers.vary).toMatch(/\bAccept-Language\b/)
  })

  it('decides nothing when it is not asked to', async () => {
    const { body, headers } = await get('news-briefs?sort=createdAt', 'zh-CN')
    expect(body.docs.map(({ title }: { title: string }) => title)).toEqual(['Alpha', 'Beta'])
    expect(headers['content-language']).toBe('en')
    expect(headers.vary ?? '').not.toMatch(/Accept-Language/i)
  })

  it.each([undefined, 'fr', 'broken;;q=,'])(
    'is the default one where nothing fits: %s',
    async (header) => {
      const { headers } = await get('topics?locale=auto', header)
      expect(headers['content-language']).toBe('en')
      expect(headers.vary).toMatch(/\bAccept-Language\b/)
    },
  )

  it('decides over a query that travels in a body', async () => {
    const answer = await request(server.app)
      .post(`/api/news-briefs/${world.ids.alpha}`)
      .set({ 'Accept-Language': 'zh', 'X-HTTP-Method-Override': 'GET' })
      .send({ depth: 0, locale: 'auto' })
    expect(answer.body.title).toBe('甲')
    expect(answer.headers.vary).toMatch(/\bAccept-Language\b/)
  })

  it('decides in GraphQL over fields that name none', async () => {
    const query = `{
      preferred: NewsBrief(id: "${world.ids.alpha}") { title _locale }
      named: NewsBrief(id: "${world.ids.alpha}", locale: en) { title _locale }
    }`
    const { body, headers } = await graphql(query, '?locale=auto', { 'Accept-Language': 'zh-TW' })
    expect(body.data).toEqual({
      named: { _locale: 'en', title: 'Alpha' },
      preferred: { _locale: 'zh', title: '甲' },
    })
    expect(headers['content-language']).toBe('en, zh')
    expect(headers.vary).toMatch(/\bAccept-Language\b/)
  })

  it('does not decide which language is written', async () => {
    const write = request(server.app).patch(`/api/news-briefs/${world.ids.alpha}?locale=auto`)
    const { body } = await write.set(world.editor).send({ city: 'Rome' }).expect(400)
    expect(body.errors).toMatchObject([{ field: 'locale' }])
    await request(server.app)
      .patch(`/api/news-briefs/${world.ids.alpha}`)
      .set(world.editor)
      .send({ city: 'Rome', locale: 'auto' })
      .expect(400)
  })

  it('does not decide which language a mutation writes', async () => {
    const mutate = async (locale: string) => {
      const query = `mutation { updateNewsBrief(id: "${world.ids.alpha}", ${locale} draft: true, data: { city: "Rom" }) { city } }`
      const { body } = await request(server.app)
        .post('/api/graphql?locale=auto')
        .set({ 'Accept-Language': 'zh', ...world.editor })
        .send({ query })
      return body
    }
    expect((await mutate('')).errors[0].message).toMatch(/Name the language you write in/)
    expect((await mutate('locale: en,')).data.updateNewsBrief).toEqual({ city: 'Rom' })
  })
})

describe('an answer names its languages', () => {
  const languageOf = async (path: string) => (await get(path)).headers['content-language']

  it('for one document, a list and an empty one', async () => {
    expect(await languageOf(`news-briefs/${world.ids.alpha}?locale=zh`)).toBe('zh')
    expect(await languageOf('news-briefs?locale=zh')).toBe('zh')
    expect(await languageOf('stories?locale=zh')).toBe('zh')
    expect(await languageOf('globals/organization?locale=zh')).toBe('zh')
  })

  it('for all languages, those that are published', async () => {
    expect(await languageOf('news-briefs?locale=all')).toBe('en, zh')
    expect(await languageOf(`news-briefs/${world.ids.gamma}?locale=all&depth=0`)).toBe('zh')
  })

  it('with a fallback, those that it holds', async () => {
    const of = (name: string) =>
      languageOf(`news-briefs/${world.ids[name]}?locale=zh&fallback=en&depth=0`)
    expect(await of('alpha')).toBe('en, zh')
    expect(await of('beta')).toBe('en')
    expect(await of('gamma')).toBe('zh')
  })

  it('in GraphQL, with those of nested fields', async () => {
    const nested = `{ NewsBrief(id: "${world.ids.alpha}", locale: zh) {
      title topics(locale: en) { title _locale }
    } }`
    const { body, headers } = await graphql(nested)
    expect(body.data.NewsBrief.topics).toContainEqual({ _locale: 'en', title: 'Water' })
    expect(headers['content-language']).toBe('en, zh')
    const single = await graphql('{ NewsBriefs(locale: zh) { docs { title } } }')
    expect(single.headers['content-language']).toBe('zh')
  })

  it('but not an error, nor one about nothing written in any', async () => {
    expect(await languageOf(`news-briefs/${world.ids.epsilon}?locale=zh`)).toBeUndefined()
    expect(await languageOf('news-briefs?locale=xx')).toBeUndefined()
    expect(await languageOf('news-briefs/count?locale=zh')).toBeUndefined()
    const { filename } = await server.payload.create({
      collection: 'media',
      data: { alt: 'A dot' },
      file: { data: dot, mimetype: 'image/png', name: 'dot.png', size: dot.length },
      locale: 'en',
    })
    const file = await get(`media/file/${filename}`).set(world.editor).expect(200)
    expect(file.headers['content-language']).toBeUndefined()
  })
})

describe('what is no language', () => {
  it.each([
    ['locale=fr', 'locale', 'en, zh, all, *, auto'],
    ['locale=zh-CN', 'locale', 'en, zh, all, *, auto'],
    ['locale=auto&locale=zh', 'locale', 'en, zh, all, *, auto'],
    ['locale[]=zh', 'locale', 'en, zh, all, *, auto'],
    ['locale[a]=zh', 'locale', 'en, zh, all, *, auto'],
    ['fallback=fr', 'fallback', 'en, zh, none'],
    ['fallback=auto', 'fallback', 'en, zh, none'],
    ['fallback[]=en&fallback[]=none', 'fallback', 'en, zh, none'],
    ['fallback[a]=en', 'fallback', 'en, zh, none'],
    ['fallback-locale=xx', 'fallback-locale', 'en, zh, none'],
    ['locale=all&fallback=en', 'fallback', 'all languages'],
    ['locale=*&fallbackLocale=en', 'fallbackLocale', 'all languages'],
    ['fallback=en&fallbackLocale=zh', 'fallback', 'give one only'],
  ])('is refused with the known ones: %s', async (search, field, named) => {
    for (const path of ['news-briefs', 'news-briefs/count', 'globals/organization']) {
      const { body } = await get(`${path}?${search}`).expect(400)
      expect(body.errors).toMatchObject([{ field }])
      expect(body.errors[0].message).toContain(named)
    }
    await graphql('{ NewsBriefs { totalDocs } }', `?${search}`).expect(400)
  })

  it.each(['fr', ['zh', 'en'], { a: 'zh' }, 7])('is refused in a body: %j', async (locale) => {
    const { body } = await request(server.app)
      .post('/api/news-briefs')
      .set('X-HTTP-Method-Override', 'GET')
      .send({ locale })
      .expect(400)
    expect(body.errors).toMatchObject([{ field: 'locale' }])
  })

  it.each([
    'locale=zh&fallback=zh',
    'locale=zh&fallback=none',
    'locale=zh&fallback=',
    'locale=all&fallback-locale=null',
    'locale=zh&fallback=en&fallbackLocale=en',
    'locale=zh&fallback[]=zh&fallback[]=en',
  ])('is not what says the same, or nothing: %s', async (search) => {
    await get(`news-briefs?${search}`).expect(200)
  })
})
