import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'admin' | 'editor' | 'translator', { Authorization: string }>
let program: string
let serial = 0

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    admin: await signIn({ payload, role: 'admin' }),
    editor: await signIn({ payload, role: 'editor' }),
    translator: await signIn({ locales: ['zh', 'en'], payload, role: 'translator' }),
  }
  const created = await payload.create({
    collection: 'programs',
    data: { _status: 'published', kind: 'program', status: 'active', title: '绿色屋顶' },
    locale: 'zh',
  })
  program = created.id
})

afterAll(() => app.stop())

/** A story that is published in both languages, with a Chinese draft on top. */
const newStory = async () => {
  serial += 1
  const { payload } = app
  const { id } = await payload.create({
    collection: 'stories',
    data: { _status: 'published', kind: 'success', programs: [program], title: `公开 ${serial}` },
    locale: 'zh',
  })
  await payload.update({
    id,
    collection: 'stories',
    data: { _status: 'published', title: `Public ${serial}` },
    locale: 'en',
  })
  await payload.update({
    id,
    collection: 'stories',
    data: { title: `草稿 ${serial}` },
    draft: true,
    locale: 'zh',
  })
  return id
}

const both = async (id: string) => {
  const query = { id, collection: 'stories', depth: 0, locale: 'all', trash: true } as const
  const [live, draft] = [
    await app.payload.findByID(query),
    await app.payload.findByID({ ...query, draft: true }),
  ]
  return [live, draft].map(({ _status, localeStates, programs, slug, title }) => ({
    _status,
    localeStates,
    programs,
    slug,
    title,
  }))
}

const path = (id: string, query = '') => `/api/stories/${id}${query}`

const trash = (id: string, who: keyof typeof as = 'editor') =>
  request(app.app).delete(path(id)).set(as[who])

const restore = (id: string, data: object = { deletedAt: null }, who: keyof typeof as = 'editor') =>
  request(app.app)
    .patch(
      `/api/stories?trash=true&where[and][0][id][equals]=${id}&where[and][1][deletedAt][exists]=true`,
    )
    .set(as[who])
    .send(data)

describe('a document that an editor deletes', () => {
  it.each([
    ['DELETE', (id: string) => trash(id)],
    [
      'DELETE of several',
      (id: string) =>
        request(app.app).delete(`/api/stories?where[id][equals]=${id}`).set(as.editor),
    ],
    [
      'the button of the form',
      (id: string) =>
        request(app.app)
          .patch(path(id, '?locale=en'))
          .set(as.editor)
          .send({ deletedAt: '2001-01-01T00:00:00.000Z' }),
    ],
    [
      'the button of the list',
      (id: string) =>
        request(app.app)
          .patch(`/api/stories?locale=zh&where[id][equals]=${id}`)
          .set(as.editor)
          .send({ deletedAt: '2001-01-01T00:00:00.000Z' }),
    ],
  ])('lies in the trash with both languages as they were: %s', async (_, remove) => {
    const id = await newStory()
    const before = await both(id)
    await remove(id).expect(200)
    expect(await both(id)).toEqual(before)
    await request(app.app).get(path(id)).set(as.editor).expect(404)
    const { deletedAt } = await app.payload.findByID({ id, collection: 'stories', trash: true })
    expect(Date.parse(deletedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  it.each([
    { deletedAt: null },
    { _status: 'draft', deletedAt: null },
    { _status: 'published', deletedAt: null },
  ])('comes back with texts, statuses, slugs and relations: %j', async (data) => {
    const id = await newStory()
    const before = await both(id)
    await trash(id).expect(200)
    await restore(id, data).expect(200)
    expect(await both(id)).toEqual(before)
    const seen = await request(app.app).get(path(id, '?locale=zh&depth=0')).expect(200)
    expect(seen.body).toMatchObject({ programs: [program], title: `公开 ${serial}` })
    const draft = await request(app.app).get(path(id, '?locale=zh&draft=true')).set(as.editor)
    expect(draft.body.title).toBe(`草稿 ${serial}`)
    // What is saved afterwards is a save like any other.
    await request(app.app)
      .patch(path(id, '?locale=en'))
      .set(as.editor)
      .send({ _status: 'published', title: 'Afterwards' })
      .expect(200)
    const after = await request(app.app).get(path(id, '?locale=en'))
    expect(after.body.title).toBe('Afterwards')
  })

  it('is deleted for good by administrators only, and only out of the trash', async () => {
    const id = await newStory()
    await request(app.app).delete(path(id, '?trash=true')).set(as.admin).expect(200)
    await app.payload.findByID({ id, collection: 'stories', trash: true })
    await request(app.app).delete(path(id, '?trash=true')).set(as.editor).expect(403)
    const mutation = (who: keyof typeof as, trashed: boolean) =>
      request(app.app)
        .post('/api/graphql')
        .set(as[who])
        .send({ query: `mutation { deleteStory(id: "${id}", trash: ${trashed}) { id } }` })
    expect((await mutation('editor', true)).body.errors).toHaveLength(1)
    await request(app.app).delete(path(id, '?trash=true')).set(as.admin).expect(200)
    const gone = app.payload.findByID({ id, collection: 'stories', trash: true })
    await expect(gone).rejects.toMatchObject({ status: 404 })
    const live = await newStory()
    const refused = await request(app.app)
      .post('/api/graphql')
      .set(as.admin)
      .send({ query: `mutation { deleteStory(id: "${live}") { id } }` })
    expect(refused.body.errors).toHaveLength(1)
    await request(app.app).get(path(live, '?locale=en')).expect(200)
  })

  it('is neither trashed nor restored by translators', async () => {
    const id = await newStory()
    await trash(id, 'translator').expect(403)
    await trash(id).expect(200)
    const answer = await restore(id, { deletedAt: null }, 'translator')
    expect(answer.status).toBe(403)
    const { deletedAt } = await app.payload.findByID({ id, collection: 'stories', trash: true })
    expect(deletedAt).toBeTruthy()
  })
})

describe('the slug of a document in the trash', () => {
  it('may be taken; the document then comes back with another one, and the answer says so', async () => {
    const id = await newStory()
    const [before] = await both(id)
    const { en, zh } = before?.slug as unknown as { en: string; zh: string }
    await trash(id).expect(200)
    const other = await app.payload.create({
      collection: 'stories',
      data: { _status: 'published', kind: 'success', slug: en, title: 'Another' },
      locale: 'en',
    })
    expect(other.slug).toBe(en)
    const answer = await restore(id).expect(200)
    expect(answer.headers['x-slug-changed']).toBe(`en: ${en} -> ${en}-2`)
    const [live, draft] = await both(id)
    expect(live).toEqual({ ...before, slug: { en: `${en}-2`, zh } })
    expect(draft?.slug).toEqual({ en: `${en}-2`, zh })
    const taken = app.payload.create({
      collection: 'stories',
      data: { kind: 'success', slug: zh, title: 'x' },
      draft: true,
      locale: 'zh',
    })
    await expect(taken).rejects.toMatchObject({ status: 400 })
  })
})

describe('a reader', () => {
  it('sees nothing of a document in the trash, through no door', async () => {
    const { payload } = app
    const organiser = await payload.create({
      collection: 'partner-profiles',
      data: { _status: 'published', kind: ['network'], name: '公开的伙伴' },
      locale: 'zh',
    })
    const id = await newStory()
    await payload.update({
      id: program,
      collection: 'programs',
      data: { _status: 'published', partners: [{ partner: organiser.id, role: 'lead' }] },
      locale: 'zh',
    })
    await request(app.app)
      .delete(`/api/partner-profiles/${organiser.id}`)
      .set(as.editor)
      .expect(200)
    await trash(id).expect(200)
    const secret = /公开 \d|Public \d|草稿|公开的伙伴/
    const here = serial
    const own = new RegExp(`公开 ${here}"|Public ${here}"|公开的伙伴`)
    for (const query of [
      'stories?locale=zh&limit=500',
      'stories?locale=zh&limit=500&trash=true',
      'stories?locale=all&limit=500&trash=true&draft=true',
      `stories?locale=zh&trash=true&where[deletedAt][exists]=true`,
      `programs/${program}?locale=zh&depth=2&trash=true`,
      `programs/${program}?locale=all&depth=3`,
      `programs/${program}?locale=zh&joins[stories][limit]=100&depth=1`,
      'programs?locale=zh&depth=2&trash=true',
    ]) {
      const answer = await request(app.app).get(`/api/${query}`)
      expect({ query, text: answer.text }).toEqual({ query, text: expect.not.stringMatching(own) })
    }
    for (const query of [
      'locale=zh',
      'locale=all',
      'locale=en&trash=true',
      'draft=true&trash=true',
    ])
      await request(app.app)
        .get(path(id, `?${query}`))
        .expect(404)
    const counted = await request(app.app).get(
      `/api/stories/count?locale=zh&trash=true&where[id][equals]=${id}`,
    )
    expect(counted.body.totalDocs).toBe(0)
    const joined = await request(app.app).get(`/api/programs/${program}?locale=zh&depth=0`)
    expect(joined.body.stories.docs).not.toContain(id)
    const graphql = await request(app.app)
      .post('/api/graphql')
      .send({
        query: `{
          Stories(locale: zh, trash: true, limit: 500) { docs { id title } }
          countStories(locale: zh, trash: true, where: { id: { equals: "${id}" } }) { totalDocs }
          Program(id: "${program}", locale: zh) { stories { docs { id title } } partners { partner { id name } } }
        }`,
      })
    expect(graphql.text).not.toMatch(own)
    expect(graphql.text).not.toContain(id)
    expect(graphql.body.data.countStories.totalDocs).toBe(0)
    const one = await request(app.app)
      .post('/api/graphql')
      .send({ query: `{ Story(id: "${id}", locale: zh, trash: true) { title } }` })
    expect(one.text).not.toMatch(secret)
  })
})
