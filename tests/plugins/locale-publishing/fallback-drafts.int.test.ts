import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'qs-esm'
import request from 'supertest'

import { startTestApp } from '../../support/test-app.ts'
import { buildFallbackWorld, type FallbackWorld } from './fallback-world.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let world: FallbackWorld

type Doc = Record<string, unknown> & { id: string }

beforeAll(async () => {
  server = await startTestApp()
  world = await buildFallbackWorld(server)
})

afterAll(() => server.stop())

const get = (path: string, query: Record<string, unknown> = {}, headers = {}) =>
  request(server.app)
    .get(`/api/${path}?${stringify({ fallback: 'en', locale: 'zh', ...query })}`)
    .set(headers)

const list = async (query: Record<string, unknown> = {}, headers = {}) => {
  const { body } = await get('news-briefs', query, headers).expect(200)
  return body as { docs: Doc[]; totalDocs: number }
}

const read = async (name: string, query: Record<string, unknown> = {}, headers = {}) => {
  const path = `news-briefs/${world.ids[name]}`
  return (await get(path, query, headers).expect(200)).body as Doc
}

const namesOf = (docs: { id: string }[]) => docs.map(({ id }) => world.nameOf(id)).sort()

describe('who reads drafts', () => {
  it('gets the draft, and what is saved in the fallback where the draft has nothing', async () => {
    const query = { depth: 0, draft: 'true' }
    const doc = await read('beta', query, world.editor)
    expect(doc).toMatchObject({
      _locale: 'zh',
      _status: 'draft',
      city: 'Geneva',
      title: 'secret 乙',
    })
    expect(doc._fallbacks).toContainEqual({ locale: 'en', path: 'city' })
    const found = await list({ ...query, where: { city: { like: 'Geneva' } } }, world.editor)
    expect(namesOf(found.docs)).toEqual(['beta'])
  })

  it('finds drafts by the text that stands in for a missing one', async () => {
    const where = { summary: { like: 'Gamma' } }
    const { docs } = await list({ depth: 0, draft: 'true', where }, world.editor)
    expect(docs).toMatchObject([{ _locale: 'zh', summary: 'secret Gamma summary', title: '丙' }])
  })

  it.each(['none', 'null', 'false'])('gets no fallback with %s', async (fallback) => {
    const doc = await read('gamma', { draft: 'true', fallback }, world.editor)
    expect(doc.summary ?? null).toBeNull()
    expect(doc).not.toHaveProperty('_fallbacks')
  })

  it('cannot save a text that stands in as one of the language', async () => {
    const save = (data: object) =>
      request(server.app)
        .patch(`/api/news-briefs/${world.ids.beta}?locale=zh&fallback=en&draft=true`)
        .set(world.editor)
        .send(data)
    const { _fallbacks, _locale, title } = await read('beta')
    const { body } = await save({ _fallbacks, _locale, title }).expect(400)
    expect(body.errors).toMatchObject([{ field: '_locale' }])
    const alpha = await read('alpha', { depth: 0 })
    const refused = await save({ _fallbacks: alpha._fallbacks, summary: alpha.summary }).expect(400)
    expect(refused.body.errors).toMatchObject([{ field: '_fallbacks' }])
  })

  it('saves nothing of the fallback by a save that names one', async () => {
    const { body } = await request(server.app)
      .patch(`/api/news-briefs/${world.ids.gamma}?locale=zh&fallback=en&draft=true&depth=0`)
      .set(world.editor)
      .send({ _locale: 'zh', city: '北京' })
      .expect(200)
    expect(body.doc).toMatchObject({ _locale: 'zh', city: '北京' })
    expect(body.doc.summary ?? null).toBeNull()
    const all = await read(
      'gamma',
      { draft: 'true', fallback: undefined, locale: 'all' },
      world.editor,
    )
    expect((all.summary as { zh?: string }).zh ?? null).toBeNull()
  })
})

describe('the organization', () => {
  it('falls back field by field', async () => {
    const { payload } = server
    const slug = 'organization'
    await payload.updateGlobal({
      data: { siteName: 'Qiao', tagline: 'A bridge' },
      locale: 'en',
      slug,
    })
    await payload.updateGlobal({ data: { siteName: '桥' }, locale: 'zh', slug })
    const { body } = await get('globals/organization').expect(200)
    expect(body).toMatchObject({ _locale: 'zh', siteName: '桥', tagline: 'A bridge' })
    expect(body._fallbacks).toContainEqual({ locale: 'en', path: 'tagline' })
    const plain = await get('globals/organization', { fallback: undefined }).expect(200)
    expect(plain.body._locale).toBe('zh')
    expect(plain.body.tagline ?? null).toBeNull()
  })
})
