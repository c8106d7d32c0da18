import { changeLocales } from '@qiao/locale-publishing'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import type { Locale } from '../../../src/localization.ts'
import { paragraph } from '../../support/rich-text.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
const ids: Record<string, string> = {}

type Save = { isDraft?: boolean; locale: Locale; slug: string; title?: string }

/** Saves a brief that the tests know by `name`; the first save makes it. */
const save = async (name: string, { isDraft = false, locale, slug, title = name }: Save) => {
  const data = {
    _status: isDraft ? ('draft' as const) : ('published' as const),
    body: paragraph(`${name} ${locale}`),
    kind: 'announcement' as const,
    newsDate: '2021-01-01',
    slug,
    title: `${title} ${locale}`,
  }
  const options = { collection: 'news-briefs', data, draft: isDraft, locale } as const
  const id = ids[name]
  const saved = await (id ? app.payload.update({ ...options, id }) : app.payload.create(options))
  ids[name] = saved.id
}

beforeAll(async () => {
  app = await startTestApp()
  await app.payload.updateGlobal({
    slug: 'organization',
    data: { siteName: 'Site', urlPatterns: { newsBriefs: 'https://example.org/en/news/{slug}' } },
    locale: 'en',
  })
  await app.payload.updateGlobal({
    slug: 'organization',
    data: { siteName: '网站', urlPatterns: { newsBriefs: 'https://example.org/zh/news/{slug}' } },
    locale: 'zh',
  })
  await save('both', { locale: 'en', slug: 'old-name' })
  await save('both', { locale: 'en', slug: 'new-name' })
  await save('both', { locale: 'zh', slug: 'xin-ming-zi' })
  await save('both', { isDraft: true, locale: 'en', slug: 'name-of-a-draft' })
  await save('english', { locale: 'en', slug: 'english-once' })
  await save('english', { locale: 'en', slug: 'english-only' })
  await save('english', { isDraft: true, locale: 'zh', slug: 'zhi-you-cao-gao' })
  await save('draft', { isDraft: true, locale: 'zh', slug: 'never-published' })
  await save('withdrawn', { locale: 'en', slug: 'withdrawn-english' })
  await save('withdrawn', { locale: 'zh', slug: 'withdrawn-chinese' })
  await withConflictRetry(async () =>
    changeLocales('unpublish', {
      collection: app.payload.collections['news-briefs'].config,
      id: ids.withdrawn!,
      locales: ['zh'],
      overrideAccess: true,
      req: await createLocalReq({ locale: 'zh' }, app.payload),
    }),
  )
  await save('trashed', { locale: 'en', slug: 'trashed' })
  await app.payload.update({
    id: ids.trashed!,
    collection: 'news-briefs',
    data: { deletedAt: new Date().toISOString() },
  })
  // One slug, two documents, each in its own language.
  await save('one', { locale: 'en', slug: 'shared-slug' })
  await save('other', { locale: 'zh', slug: 'shared-slug' })
  // Its slug is the name of another endpoint.
  await save('endpoint', { locale: 'en', slug: 'locales' })
}, 240_000)

afterAll(() => app.stop())

const look = (slug: string, query: string) =>
  request(app.app).get(`/api/news-briefs/by-slug/${slug}?${query}`)

const there = (slug: string, locale: Locale) => ({
  collection: 'news-briefs',
  locale,
  slug,
  status: 301,
  url: `https://example.org/${locale}/news/${slug}`,
})

describe('looking a slug up', () => {
  it('answers the document that has it in this language', async () => {
    const { body } = await look('xin-ming-zi', 'locale=zh').expect(200)
    expect(body).toMatchObject({ doc: { id: ids.both, title: 'both zh' }, redirectTo: null })
  })

  it('reads what is selected, as deep as asked', async () => {
    const { body } = await look('new-name', 'locale=en&depth=0&select[title]=true').expect(200)
    expect(body.doc.title).toBe('both en')
    expect(body.doc.body).toBeUndefined()
  })

  it('tells where to go from an old slug, and from the slug of the other language', async () => {
    const old = await look('old-name', 'locale=en').expect(200)
    expect(old.body).toEqual({ doc: null, redirectTo: there('new-name', 'en') })
    const other = await look('old-name', 'locale=zh').expect(200)
    expect(other.body).toEqual({ doc: null, redirectTo: there('xin-ming-zi', 'zh') })
    const back = await look('xin-ming-zi', 'locale=en').expect(200)
    expect(back.body).toEqual({ doc: null, redirectTo: there('new-name', 'en') })
  })

  it('knows a slug that two documents have in two languages', async () => {
    expect((await look('shared-slug', 'locale=en')).body.doc.id).toBe(ids.one)
    expect((await look('shared-slug', 'locale=zh')).body.doc.id).toBe(ids.other)
  })

  it('finds a document whose slug is the name of an endpoint', async () => {
    expect((await look('locales', 'locale=en').expect(200)).body.doc.id).toBe(ids.endpoint)
  })

  it('goes to no language that the document is not published in, unless a fallback was asked for', async () => {
    await look('english-only', 'locale=zh').expect(404)
    await look('english-once', 'locale=zh').expect(404)
    const found = await look('english-only', 'locale=zh&fallback=en').expect(200)
    expect(found.body.doc).toMatchObject({ _locale: 'en', id: ids.english })
    const old = await look('english-once', 'locale=zh&fallback=en').expect(200)
    expect(old.body).toEqual({ doc: null, redirectTo: there('english-only', 'en') })
  })

  it('prefers the language asked for to the fallback', async () => {
    const { body } = await look('shared-slug', 'locale=zh&fallback=en').expect(200)
    expect(body.doc).toMatchObject({ _locale: 'zh', id: ids.other })
    const other = await look('new-name', 'locale=zh&fallback=en').expect(200)
    expect(other.body).toEqual({ doc: null, redirectTo: there('xin-ming-zi', 'zh') })
  })

  it('finds topics, which are public as soon as they are saved', async () => {
    const { id } = await app.payload.create({
      collection: 'topics',
      data: { slug: 'first-topic', title: 'Topic' },
      locale: 'en',
    })
    await app.payload.update({
      id,
      collection: 'topics',
      data: { slug: 'second-topic' },
      locale: 'en',
    })
    const answer = await request(app.app).get('/api/topics/by-slug/first-topic?locale=en')
    expect(answer.body.redirectTo).toMatchObject({ slug: 'second-topic', url: null })
  })
})

describe('a slug that readers never knew', () => {
  const unknown = async (locale: string) => {
    const { body } = await look('nobody-has-this', `locale=${locale}`).expect(404)
    return body.errors
  }

  it.each([
    ['of a document that is a draft', 'never-published'],
    ['of a draft on top of a published text', 'name-of-a-draft'],
    ['of the draft of a translation', 'zhi-you-cao-gao'],
    ['of a document in the trash', 'trashed'],
  ])('%s is answered like one that nobody has', async (_, slug) => {
    for (const locale of ['en', 'zh'])
      for (const more of ['', '&fallback=en', '&fallback=zh', '&draft=true']) {
        const { body } = await look(slug, `locale=${locale}${more}`).expect(404)
        expect(body.errors).toEqual(await unknown(locale))
        const path = `/api/delivery/news-briefs/${slug}?locale=${locale}${more}`
        const page = await request(app.app).get(path).expect(404)
        expect(page.body.errors).toEqual(await unknown(locale))
      }
  })

  it('leads from a withdrawn language to the one that is still public, and to nothing else', async () => {
    await look('withdrawn-chinese', 'locale=zh').expect(404)
    const { body } = await look('withdrawn-chinese', 'locale=en').expect(200)
    expect(body.redirectTo).toEqual(there('withdrawn-english', 'en'))
    const inFallback = await look('withdrawn-chinese', 'locale=zh&fallback=en').expect(200)
    expect(inFallback.body.redirectTo).toEqual(there('withdrawn-english', 'en'))
  })
})

describe('bad input', () => {
  it.each([
    ['Chinese characters', encodeURIComponent('新名字'), 404],
    ['a path that leads up', '..%2f..%2fusers', 404],
    ['a NUL byte', 'new-name%00', 404],
    ['half a character', '%F0%9F%98', 400],
    ['a broken escape', 'new%E4%A', 400],
    ['a lone percent sign', 'new%', 400],
    ['ten thousand letters', 'a'.repeat(10_000), 404],
    ['an operator', '%7B%22$ne%22:null%7D', 404],
    ['a name of JavaScript', '__proto__', 404],
    ['a wild card', '%25', 404],
  ])('%s: refused, and the next question is answered', async (_, slug, status) => {
    for (const path of ['/api/news-briefs/by-slug', '/api/delivery/news-briefs']) {
      const answer = await request(app.app).get(`${path}/${slug}?locale=en`)
      expect(answer.status).toBe(status)
      expect(answer.body.errors[0].message).not.toBe('Something went wrong.')
    }
    await look('new-name', 'locale=en').expect(200)
  })

  it('names the parameter that is wrong', async () => {
    for (const [query, field] of [
      ['locale=fr', 'locale'],
      ['locale=all', 'locale'],
      ['locale=en&fallback=fr', 'fallback'],
    ] as const) {
      for (const path of [
        '/api/news-briefs/by-slug/new-name',
        '/api/delivery/news-briefs/new-name',
      ]) {
        const { body } = await request(app.app).get(`${path}?${query}`).expect(400)
        expect(body.errors[0]).toMatchObject({ field })
      }
    }
  })

  it.each(['users', '__proto__', 'constructor', 'slug-claims', 'topics', 'nothing'])(
    'there are no pages of %s',
    async (collection) => {
      const { body } = await request(app.app).get(`/api/delivery/${collection}/x`).expect(404)
      expect(body.errors).toHaveLength(1)
    },
  )
})

describe('with GraphQL', () => {
  const ask = async (query: string) => {
    const { body } = await request(app.app).post('/api/graphql').send({ query })
    return body
  }

  it('answers the document or where it is, each field in its own language', async () => {
    const { data, errors } = await ask(`{
      en: NewsBriefBySlug(slug: "new-name", locale: en) { doc { title } redirectTo { slug } }
      zh: NewsBriefBySlug(slug: "new-name", locale: zh) {
        doc { title } redirectTo { collection slug locale url status }
      }
      fallen: NewsBriefBySlug(slug: "english-only", locale: zh, fallbackLocale: en) {
        doc { title } redirectTo { slug }
      }
    }`)
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      en: { doc: { title: 'both en' }, redirectTo: null },
      fallen: { doc: { title: 'english en' }, redirectTo: null },
      zh: { doc: null, redirectTo: there('xin-ming-zi', 'zh') },
    })
  })

  it('says the same of a draft as of a slug that nobody has', async () => {
    const field = (slug: string) =>
      `{ NewsBriefBySlug(slug: "${slug}", locale: zh) { doc { id } } }`
    const draft = await ask(field('never-published'))
    const nobody = await ask(field('nobody-has-this'))
    const without = (body: { errors: { extensions: object }[] }) =>
      body.errors.map(({ extensions, ...error }) => ({ ...error, ...extensions, requestId: '' }))
    expect(draft.data.NewsBriefBySlug).toBeNull()
    expect(without(draft)).toEqual(without(nobody))
  })
})
