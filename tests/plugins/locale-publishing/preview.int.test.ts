import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { withoutSecrets } from '../../../src/server/middleware/log-requests.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'editor' | 'translator' | 'viewer', { Authorization: string }>

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    editor: await signIn({ payload, role: 'editor' }),
    translator: await signIn({ locales: ['zh'], payload, role: 'translator' }),
    viewer: await signIn({ payload, role: 'viewer' }),
  }
})

afterAll(() => app.stop())

/** Public in Chinese with a draft on top; a draft in English. */
const newStory = async (more: object = {}): Promise<string> => {
  const { payload } = app
  const { id } = await payload.create({
    collection: 'stories',
    data: { _status: 'published', kind: 'success', title: '公开的故事' },
    locale: 'zh',
  })
  const draft = { collection: 'stories', draft: true, id } as const
  await payload.update({ ...draft, data: { title: '改写中的故事', ...more }, locale: 'zh' })
  await payload.update({ ...draft, data: { title: 'Draft story' }, locale: 'en' })
  return id
}

type Link = { expiresAt: string; token: string; url: string }

const askForLink = (id: string, body: object, who: keyof typeof as = 'editor') =>
  request(app.app).post(`/api/stories/${id}/preview-link`).set(as[who]).send(body)

const linkTo = async (id: string, locale: string): Promise<Link> =>
  (await askForLink(id, { locale }).expect(200)).body as Link

const read = (address: string, token?: string) => {
  const asked = request(app.app).get(`/api/${address}`)
  return token ? asked.set('X-Preview-Token', token) : asked
}

describe('a preview link', () => {
  it('shows its document in its language as it was saved last', async () => {
    const id = await newStory()
    const { token } = await linkTo(id, 'zh')
    const shown = await read(`preview?preview=${token}`).expect(200)
    expect(shown.body).toMatchObject({
      collection: 'stories',
      doc: { id, title: '改写中的故事' },
      locale: 'zh',
    })
    expect(shown.headers['cache-control']).toBe('private, no-store')
    const byId = await read(`stories/${id}?locale=zh`, token).expect(200)
    expect(byId.body.title).toBe('改写中的故事')
    expect(byId.headers['cache-control']).toBe('private, no-store')
    const withQuery = await read(`stories/${id}?locale=zh&preview=${token}`).expect(200)
    expect(withQuery.body.title).toBe('改写中的故事')
  })

  it('works in GraphQL', async () => {
    const id = await newStory()
    const { token } = await linkTo(id, 'en')
    const query = `{ en: Story(id: "${id}", locale: en) { title } zh: Story(id: "${id}", locale: zh) { title } }`
    const { body } = await request(app.app)
      .post('/api/graphql')
      .set('X-Preview-Token', token)
      .send({ query })
    expect(body.data).toEqual({ en: { title: 'Draft story' }, zh: { title: '公开的故事' } })
  })

  it('shows no other language, document or list', async () => {
    const related = await newStory()
    const id = await newStory()
    const { token } = await linkTo(id, 'en')
    expect((await read(`stories/${id}?locale=zh`, token)).body.title).toBe('公开的故事')
    expect((await read(`stories/${id}?locale=zh&draft=true`, token)).body.title).toBe('公开的故事')
    const all = await read(`stories/${id}?locale=all`, token).expect(200)
    expect(all.body.title).toEqual({ zh: '公开的故事' })
    await read(`stories/${related}?locale=en&draft=true`, token).expect(404)
    await read(`news-briefs/${id}?locale=en&draft=true`, token).expect(404)
    for (const query of ['locale=en&draft=true', `locale=en&draft=true&where[id][equals]=${id}`]) {
      expect((await read(`stories?${query}`, token)).body.docs).toEqual([])
    }
    await read('stories/versions?locale=en', token).expect(403)
    await request(app.app)
      .patch(`/api/stories/${id}?locale=en`)
      .set('X-Preview-Token', token)
      .send({ title: 'Mine' })
      .expect(403)
  })

  it('shows what its document refers to as readers see it', async () => {
    const { id: hidden } = await app.payload.create({
      collection: 'programs',
      data: { kind: 'program', status: 'active', title: '未公开的项目' },
      draft: true,
      locale: 'zh',
    })
    const id = await newStory({ programs: [hidden] })
    const { token } = await linkTo(id, 'zh')
    const shown = await read(`preview?preview=${token}&depth=2`).expect(200)
    expect(shown.body.doc.title).toBe('改写中的故事')
    expect(JSON.stringify(shown.body)).not.toContain('未公开')
  })

  it('ends when it is told to', async () => {
    const id = await newStory()
    const { expiresAt, token } = (await askForLink(id, { hours: 2, locale: 'zh' })).body as Link
    const lasts = Date.parse(expiresAt) - Date.now()
    expect(lasts / 3_600_000).toBeCloseTo(2, 1)
    vi.useFakeTimers({ now: Date.parse(expiresAt) + 1_000, toFake: ['Date'] })
    try {
      const ended = await read(`preview?preview=${token}`).expect(403)
      expect(ended.body.errors[0]).toMatchObject({ code: 'PREVIEW_EXPIRED' })
      await read(`stories/${id}?locale=zh`, token).expect(403)
    } finally {
      vi.useRealTimers()
    }
  })

  it('cannot be made up, changed, or be taken for a session, nor a session for it', async () => {
    const id = await newStory()
    const { token } = await linkTo(id, 'en')
    const [head = '', , signature = ''] = token.split('.')
    const claims = { aud: 'preview', collection: 'stories', exp: 9e9, locale: 'zh', sub: id }
    const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature]
    const unsigned = [
      Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url'),
      forged[1],
      '',
    ]
    const session = as.editor.Authorization.replace('JWT ', '')
    for (const wrong of [forged.join('.'), unsigned.join('.'), session, 'x', token.slice(0, -3)]) {
      const refused = await read(`preview?preview=${wrong}`).expect(403)
      expect(refused.body.errors[0]).toMatchObject({ code: 'PREVIEW_INVALID' })
    }
    const me = await request(app.app)
      .get('/api/users/me')
      .set({ Authorization: `JWT ${token}` })
    expect(me.body.user).toBeNull()
    await read('preview').expect(400)
  })

  it('is given by those who may write that language', async () => {
    const id = await newStory()
    await askForLink(id, { locale: 'zh' }, 'translator').expect(200)
    await askForLink(id, { locale: 'en' }, 'translator').expect(403)
    await askForLink(id, { locale: 'zh' }, 'viewer').expect(403)
    await request(app.app)
      .post(`/api/stories/${id}/preview-link`)
      .send({ locale: 'zh' })
      .expect(403)
    const unknown = await askForLink(id, { locale: 'fr' }).expect(400)
    expect(unknown.body.errors[0]).toMatchObject({ field: 'locale' })
    for (const hours of [0, -1, 721, '2', null]) {
      const refused = await askForLink(id, { hours, locale: 'zh' }).expect(400)
      expect(refused.body.errors[0]).toMatchObject({ field: 'hours' })
    }
  })

  it('leads to the page that the organization names for the collection and language', async () => {
    await app.payload.updateGlobal({
      data: { siteName: '桥', urlPatterns: { stories: 'https://example.org/zh/gushi/{slug}' } },
      locale: 'zh',
      slug: 'organization',
    })
    const id = await newStory()
    const chinese = await linkTo(id, 'zh')
    expect(chinese.url).toMatch(/^https:\/\/example\.org\/zh\/gushi\/gong-kai-de-gu-shi(-\d+)?\?/)
    expect(new URL(chinese.url).searchParams.get('preview')).toBe(chinese.token)
    const english = await linkTo(id, 'en')
    expect(english.url).toBe(`http://localhost:3000/api/preview?preview=${english.token}`)
  })

  it('is kept out of the log', async () => {
    const { token } = await linkTo(await newStory(), 'zh')
    expect(withoutSecrets(`/api/preview?preview=${token}&depth=1`)).toBe(
      '/api/preview?preview=[redacted]&depth=1',
    )
  })
})
