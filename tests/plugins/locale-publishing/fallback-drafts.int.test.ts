import { describe, expect, it } from 'vitest'
import request from 'supertest'

import { signIn } from '../../support/sign-in.ts'
import { type Doc, openFallbackDesk } from './fallback-desk.ts'

const desk = openFallbackDesk()
const { get, list, namesOf, read } = desk

describe('who reads drafts', () => {
  it('gets the draft, and what is saved in the fallback where the draft has nothing', async () => {
    const query = { depth: 0, draft: 'true' }
    const doc = await read('beta', query, desk.world.editor)
    expect(doc).toMatchObject({
      _locale: 'zh',
      _status: 'draft',
      city: 'Geneva',
      title: 'secret 乙',
    })
    expect(doc._fallbacks).toContainEqual({ locale: 'en', path: 'city' })
    const found = await list({ ...query, where: { city: { like: 'Geneva' } } }, desk.world.editor)
    expect(namesOf(found.docs)).toEqual(['beta'])
  })

  it('finds drafts by the text that stands in for a missing one', async () => {
    const where = { summary: { like: 'Gamma' } }
    const { docs } = await list({ depth: 0, draft: 'true', where }, desk.world.editor)
    expect(docs).toMatchObject([{ _locale: 'zh', summary: 'secret Gamma summary', title: '丙' }])
  })

  it.each(['none', 'null', 'false'])('gets no fallback with %s', async (fallback) => {
    const doc = await read('gamma', { draft: 'true', fallback }, desk.world.editor)
    expect(doc.summary ?? null).toBeNull()
    expect(doc).not.toHaveProperty('_fallbacks')
  })

  it('cannot save a text that stands in as one of the language', async () => {
    const save = (data: object) =>
      request(desk.server.app)
        .patch(`/api/news-briefs/${desk.world.ids.beta}?locale=zh&fallback=en&draft=true`)
        .set(desk.world.editor)
        .send(data)
    const { _fallbacks, _locale, title } = await read('beta')
    const { body } = await save({ _fallbacks, _locale, title }).expect(400)
    expect(body.errors).toMatchObject([{ field: '_locale' }])
    const alpha = await read('alpha', { depth: 0 })
    const refused = await save({ _fallbacks: alpha._fallbacks, summary: alpha.summary }).expect(400)
    expect(refused.body.errors).toMatchObject([{ field: '_fallbacks' }])
  })

  it('saves nothing of the fallback by a save that names one', async () => {
    const { body } = await request(desk.server.app)
      .patch(`/api/news-briefs/${desk.world.ids.gamma}?locale=zh&fallback=en&draft=true&depth=0`)
      .set(desk.world.editor)
      .send({ _locale: 'zh', city: '北京' })
      .expect(200)
    expect(body.doc).toMatchObject({ _locale: 'zh', city: '北京' })
    expect(body.doc.summary ?? null).toBeNull()
    const all = await read(
      'gamma',
      { draft: 'true', fallback: undefined, locale: 'all' },
      desk.world.editor,
    )
    expect((all.summary as { zh?: string }).zh ?? null).toBeNull()
  })
})

describe('a preview', () => {
  it('shows the draft as it is, without a fallback', async () => {
    const { body } = await request(desk.server.app)
      .post(`/api/news-briefs/${desk.world.ids.beta}/preview-link`)
      .set(desk.world.editor)
      .send({ locale: 'zh' })
      .expect(200)
    const doc = await read('beta', { depth: 0 }, { 'X-Preview-Token': body.token })
    expect(doc).toMatchObject({ _fallbacks: [], _locale: 'zh', title: 'secret 乙' })
    expect(doc.city ?? null).toBeNull()
    // Of every other document it shows nothing more.
    const other = await read('gamma', { depth: 0 }, { 'X-Preview-Token': body.token })
    expect(JSON.stringify(other)).not.toMatch(/secret/i)
  })
})

describe('an older version', () => {
  it('is what was saved, without a fallback', async () => {
    const path = 'news-briefs/versions'
    const where = { parent: { equals: desk.world.ids.beta } }
    const { body } = await get(path, { sort: '-updatedAt', where }, desk.world.editor).expect(200)
    const [latest] = body.docs as { id: string; version: Doc }[]
    expect(latest!.version).toMatchObject({ _fallbacks: [], _locale: 'zh', title: 'secret 乙' })
    expect(latest!.version.city ?? null).toBeNull()
    const one = await get(`${path}/${latest!.id}`, {}, desk.world.editor).expect(200)
    expect(one.body.version).toMatchObject({ _fallbacks: [], title: 'secret 乙' })
    expect(one.body.version.city ?? null).toBeNull()
  })
})

describe('the organization', () => {
  it('falls back field by field', async () => {
    const { payload } = desk.server
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
    await request(desk.server.app)
      .post('/api/globals/organization?locale=zh')
      .set(await signIn({ payload, role: 'admin' }))
      .send({ _fallbacks: body._fallbacks, tagline: body.tagline })
      .expect(400)
    const plain = await get('globals/organization', { fallback: undefined }).expect(200)
    expect(plain.body._locale).toBe('zh')
    expect(plain.body.tagline ?? null).toBeNull()
  })
})
