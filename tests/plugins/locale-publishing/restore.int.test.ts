import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'editor' | 'translator', { Authorization: string }>

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    editor: await signIn({ payload, role: 'editor' }),
    translator: await signIn({ locales: ['zh'], payload, role: 'translator' }),
  }
})

afterAll(() => app.stop())

const save = (id: string, locale: 'en' | 'zh', data: object) =>
  app.payload.update({ id, collection: 'stories', data, locale })

/** Both languages were published twice, with another kind in between. */
const newStory = async (): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'stories',
    data: { _status: 'published', kind: 'success', title: 'First' },
    locale: 'en',
  })
  await save(id, 'zh', { _status: 'published', title: '第一' })
  await save(id, 'en', { _status: 'published', kind: 'feature', title: 'Second' })
  await save(id, 'zh', { _status: 'published', title: '第二' })
  return id
}

/** The oldest version that has both languages. */
const firstVersionOf = async (id: string): Promise<string> => {
  const { docs } = await app.payload.findVersions({
    collection: 'stories',
    limit: 0,
    locale: 'zh',
    sort: 'createdAt',
    where: { parent: { equals: id } },
  })
  return docs.find(({ version }) => version.title === '第一')?.id ?? ''
}

const restore = (id: string, body: object, who: keyof typeof as = 'editor') =>
  request(app.app).post(`/api/stories/${id}/restore`).set(as[who]).send(body)

const read = async (id: string, draft: boolean) => {
  const { kind, title } = await app.payload.findByID({
    id,
    collection: 'stories',
    draft,
    locale: 'all',
  })
  return { kind, title: title as unknown }
}

it('brings one language back as a draft, and leaves the other and what readers see alone', async () => {
  const id = await newStory()
  const version = await firstVersionOf(id)
  const { body } = await restore(id, { locales: ['zh'], version }).expect(200)
  expect(body).toEqual({ locales: { en: 'published', zh: 'changed' } })
  expect(await read(id, true)).toEqual({ kind: 'feature', title: { en: 'Second', zh: '第一' } })
  expect(await read(id, false)).toEqual({ kind: 'feature', title: { en: 'Second', zh: '第二' } })
})

it('brings several languages back at once', async () => {
  const id = await newStory()
  const version = await firstVersionOf(id)
  const { body } = await restore(id, { locales: 'all', version }).expect(200)
  expect(body).toEqual({ locales: { en: 'changed', zh: 'changed' } })
  expect((await read(id, true)).title).toEqual({ en: 'First', zh: '第一' })
})

it('can be published afterwards', async () => {
  const id = await newStory()
  await restore(id, { locales: ['zh'], version: await firstVersionOf(id) }).expect(200)
  await request(app.app)
    .post(`/api/stories/${id}/publish`)
    .set(as.editor)
    .send({ locales: ['zh'] })
    .expect(200)
  expect(await read(id, false)).toEqual({ kind: 'feature', title: { en: 'Second', zh: '第一' } })
})

it('a translator brings back their own language only', async () => {
  const id = await newStory()
  const version = await firstVersionOf(id)
  await restore(id, { locales: ['en'], version }, 'translator').expect(403)
  await restore(id, { locales: 'all', version }, 'translator').expect(403)
  expect((await read(id, true)).title).toEqual({ en: 'Second', zh: '第二' })
  await restore(id, { locales: ['zh'], version }, 'translator').expect(200)
  expect((await read(id, true)).title).toEqual({ en: 'Second', zh: '第一' })
})

it('is refused to visitors, for versions of other documents, and for unknown languages', async () => {
  const id = await newStory()
  const version = await firstVersionOf(id)
  const other = await firstVersionOf(await newStory())
  await request(app.app)
    .post(`/api/stories/${id}/restore`)
    .send({ locales: ['zh'], version })
    .expect(403)
  const foreign = await restore(id, { locales: ['zh'], version: other }).expect(404)
  expect(foreign.body.errors[0]).toMatchObject({ field: 'version' })
  await restore(id, { locales: ['zh'] }).expect(400)
  const unknown = await restore(id, { locales: ['fr'], version }).expect(400)
  expect(unknown.body.errors[0].message).toMatch(/en, zh/)
  expect((await read(id, true)).title).toEqual({ en: 'Second', zh: '第二' })
})

it('does the same over GraphQL', async () => {
  const id = await newStory()
  const version = await firstVersionOf(id)
  const query = `mutation { restoreLocales(collection: stories, id: "${id}", locales: ["zh"], version: "${version}") { locale state } }`
  const { body } = await request(app.app).post('/api/graphql').set(as.editor).send({ query })
  expect(body.data.restoreLocales).toEqual([
    { locale: 'en', state: 'published' },
    { locale: 'zh', state: 'changed' },
  ])
})
