import { exportTrail } from '@qiao/audit-trail'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>

type Who = 'editor' | 'other' | 'translator' | 'viewer'

let as: Record<Who, { Authorization: string }>

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    editor: await signIn({ payload, role: 'editor' }),
    other: await signIn({ locales: ['zh'], name: '李译', payload, role: 'translator' }),
    translator: await signIn({ locales: ['zh'], name: '王译', payload, role: 'translator' }),
    viewer: await signIn({ payload, role: 'viewer' }),
  }
})

afterAll(() => app.stop())

let number = 0

/** Public in English, translated into Chinese as a draft. */
const translated = async (): Promise<string> => {
  number += 1
  const { id } = await app.payload.create({
    collection: 'stories',
    data: { _status: 'published', kind: 'success', title: `Story ${number}` },
    locale: 'en',
  })
  await request(app.app)
    .patch(`/api/stories/${id}?locale=zh`)
    .set(as.translator)
    .send({ title: `译文 ${number}` })
    .expect(200)
  return id
}

const post = (id: string, step: string, body: object, who: Who = 'translator') =>
  request(app.app).post(`/api/stories/${id}/${step}`).set(as[who]).send(body)

const submit = (id: string, who: Who = 'translator') => post(id, 'submit', { locales: ['zh'] }, who)

const waiting = async (id: string): Promise<object[]> => {
  const { body } = await request(app.app).get(`/api/stories/${id}/locales`).set(as.editor)
  return body.reviews as object[]
}

const listed = async (who: Who): Promise<string[]> => {
  const { body } = await request(app.app)
    .get('/api/review-requests?where[isOpen][equals]=true&limit=0')
    .set(as[who])
  return ((body.docs ?? []) as { document: string }[]).map(({ document }) => document)
}

describe('a translator', () => {
  it('submits a language for review: editors find it, and the trail tells of it', async () => {
    const id = await translated()
    const answer = await post(id, 'submit', { locales: ['zh'], note: '人名请核对' }).expect(201)
    const expected = { isOwn: true, locale: 'zh', note: '人名请核对', submittedBy: '王译' }
    expect(answer.body.reviews).toMatchObject([expected])
    expect(await waiting(id)).toMatchObject([{ ...expected, isOwn: false }])
    expect(await listed('editor')).toContain(id)
    expect(await listed('other')).toContain(id)
    expect(await listed('viewer')).toEqual([])
    const events: object[] = []
    for await (const line of exportTrail(app.payload)) events.push(JSON.parse(line) as object)
    expect(events).toContainEqual(
      expect.objectContaining({
        action: 'submitted',
        document: id,
        locale: 'zh',
        target: 'stories',
        title: `译文 ${number}`,
        userName: '王译',
      }),
    )
    const { body } = await request(app.app).get(`/api/stories/${id}?locale=zh&draft=true`)
    expect(body.errors).toBeDefined()
  })

  it('does so again with another note, and it waits once, also when two do at the same moment', async () => {
    const id = await translated()
    await submit(id).expect(201)
    const answers = await Promise.all([
      post(id, 'submit', { locales: ['zh'], note: '改过' }),
      submit(id, 'other'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await waiting(id)).toHaveLength(1)
    expect((await listed('editor')).filter((each) => each === id)).toHaveLength(1)
  })

  it('takes it back, and nobody else’s', async () => {
    const id = await translated()
    await submit(id).expect(201)
    await post(id, 'return', { locales: ['zh'] }, 'other').expect(403)
    expect(await waiting(id)).toHaveLength(1)
    await post(id, 'return', { locales: ['zh'] }).expect(200, { reviews: [] })
    expect(await waiting(id)).toEqual([])
  })

  it('cannot submit a language of others, nor what is not new', async () => {
    const id = await translated()
    await post(id, 'submit', { locales: ['en'] }).expect(403)
    await post(id, 'submit', { locales: ['zh', 'en'] }).expect(403)
    await submit(id, 'viewer').expect(403)
    await request(app.app)
      .post(`/api/stories/${id}/submit`)
      .send({ locales: ['zh'] })
      .expect(403)
    const { body } = await post(id, 'submit', { locales: ['en'] }, 'editor').expect(409)
    expect(body.errors[0].message).toMatch(/In English there is nothing to review/)
    const unknown = await post(id, 'submit', { locales: ['fr'] }).expect(400)
    expect(unknown.body.errors[0]).toMatchObject({ field: 'locales' })
    const long = await post(id, 'submit', { locales: ['zh'], note: '好'.repeat(1001) }).expect(400)
    expect(long.body.errors[0]).toMatchObject({ field: 'note' })
    await post('nothing', 'submit', { locales: ['zh'] }).expect(404)
    expect(await waiting(id)).toEqual([])
  })
})

describe('what waits for review', () => {
  it('is done when it is published, by whichever way, and in that language only', async () => {
    const [byButton, bySave] = [await translated(), await translated()]
    await submit(byButton).expect(201)
    await submit(bySave).expect(201)
    const english = { title: 'Better' }
    await request(app.app)
      .patch(`/api/stories/${byButton}?locale=en`)
      .set(as.editor)
      .send({ ...english, _status: 'published' })
      .expect(200)
    expect(await waiting(byButton)).toHaveLength(1)
    await post(byButton, 'publish', { locales: ['zh'] }, 'editor').expect(200)
    await request(app.app)
      .patch(`/api/stories/${bySave}?locale=zh`)
      .set(as.editor)
      .send({ _status: 'published' })
      .expect(200)
    expect([await waiting(byButton), await waiting(bySave)]).toEqual([[], []])
    const { docs } = await app.payload.find({
      collection: 'review-requests',
      where: { document: { in: [byButton, bySave] } },
    })
    expect(docs.map(({ state }) => state)).toEqual(['published', 'published'])
  })

  it('is returned by whoever publishes', async () => {
    const id = await translated()
    await submit(id).expect(201)
    await post(id, 'return', { locales: ['zh'] }, 'editor').expect(200, { reviews: [] })
    await submit(id).expect(201)
    expect(await waiting(id)).toHaveLength(1)
  })

  it('goes with its document', async () => {
    const id = await translated()
    await submit(id).expect(201)
    await request(app.app).delete(`/api/stories/${id}`).set(as.editor).expect(200)
    expect(await listed('editor')).not.toContain(id)
  })

  it('is asked for and ended in GraphQL alike', async () => {
    const id = await translated()
    const ask = async (name: string, who: Who) => {
      const query = `mutation { answer: ${name}(collection: stories, id: "${id}", locales: ["zh"]) { locale submittedBy isOwn } }`
      const { body } = await request(app.app).post('/api/graphql').set(as[who]).send({ query })
      return (body.data?.answer ?? body.errors[0].extensions.statusCode) as unknown
    }
    expect(await ask('submitLocales', 'viewer')).toBe(403)
    const review = { isOwn: true, locale: 'zh', submittedBy: '王译' }
    expect(await ask('submitLocales', 'translator')).toEqual([review])
    expect(await ask('returnLocales', 'other')).toBe(403)
    expect(await ask('returnLocales', 'editor')).toEqual([])
  })
})
