import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'admin' | 'editor' | 'viewer', { Authorization: string }>

type Told = Record<string, unknown> & { action: string; fields: string[]; seq: number }

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    admin: await signIn({ name: '管理员', payload, role: 'admin' }),
    editor: await signIn({ name: '林编辑', payload, role: 'editor' }),
    viewer: await signIn({ payload, role: 'viewer' }),
  }
})

afterAll(() => app.stop())

const exported = async (): Promise<Told[]> => {
  const answer = await request(app.app)
    .get('/api/audit-trail/export')
    .set(as.admin)
    .buffer(true)
    .expect(200)
  expect(answer.headers['content-type']).toContain('application/x-ndjson')
  return answer.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Told)
}

/** What the trail tells of one document, oldest first. */
const toldOf = async (document: string): Promise<Told[]> =>
  (await exported()).filter((entry) => entry.document === document)

const actionsOf = async (document: string) =>
  (await toldOf(document)).map(({ action, fields, locale }) => [action, locale, fields])

const newStory = async (data: Record<string, unknown> = {}): Promise<string> => {
  const answer = await request(app.app)
    .post('/api/stories?locale=zh&draft=true')
    .set(as.editor)
    .send({ kind: 'success', title: '屋顶菜园', ...data })
    .expect(201)
  return answer.body.doc.id as string
}

const patch = (id: string, query: string, data: object) =>
  request(app.app).patch(`/api/stories/${id}?${query}`).set(as.editor).send(data)

const act = (id: string, action: string, locales: string[]) =>
  request(app.app).post(`/api/stories/${id}/${action}`).set(as.editor).send({ locales })

describe('the trail tells', () => {
  it('who did it, when, from where, to what, and never a value', async () => {
    const before = Date.now()
    const id = await newStory({ summary: '秘密摘要' })
    const [entry] = await toldOf(id)
    expect(entry).toMatchObject({
      action: 'created',
      locale: 'zh',
      target: 'stories',
      title: '屋顶菜园',
      userCollection: 'users',
      userName: '林编辑',
    })
    expect(entry?.ip).toMatch(/127\.0\.0\.1|::1/)
    expect(entry?.fields).toEqual(expect.arrayContaining(['title', 'summary', 'kind']))
    expect(Date.parse(String(entry?.at))).toBeGreaterThanOrEqual(before)
    expect(JSON.stringify(entry)).not.toContain('秘密摘要')
  })

  it('no address that a caller has made up', async () => {
    const answer = await request(app.app)
      .post('/api/stories?locale=zh&draft=true')
      .set({ ...as.editor, 'X-Forwarded-For': '6.6.6.6', 'X-Qiao-Client-Address': '6.6.6.6' })
      .send({ kind: 'success', title: '冒充' })
    const [entry] = await toldOf(answer.body.doc.id as string)
    expect(entry?.ip).not.toContain('6.6.6.6')
  })

  it('the language and the fields of each save', async () => {
    const id = await newStory({ gallery: [], people: [{ name: '李' }, { name: '王' }] })
    const saved = await app.payload.findByID({
      id,
      collection: 'stories',
      draft: true,
      locale: 'zh',
    })
    const people = saved.people?.map((person, index) =>
      index === 1 ? { ...person, name: '汪' } : person,
    )
    await patch(id, 'locale=zh&draft=true', { kind: 'success', people, title: '屋顶菜园' }).expect(
      200,
    )
    await patch(id, 'locale=en&draft=true', { people: people?.slice(1), title: 'Roof' }).expect(200)
    const told = (await actionsOf(id)).slice(1)
    expect(told).toEqual([
      ['changed', 'zh', ['people.1.name']],
      ['changed', 'en', expect.arrayContaining(['title', 'people'])],
    ])
  })

  it('each language that is published, reverted or withdrawn', async () => {
    const id = await newStory()
    await patch(id, 'locale=en&draft=true', { title: 'Roof gardens' }).expect(200)
    await act(id, 'publish', ['en', 'zh']).expect(200)
    await patch(id, 'locale=en&draft=true', { title: 'Roof garden' }).expect(200)
    await act(id, 'revert', ['en']).expect(200)
    await act(id, 'unpublish', ['zh']).expect(200)
    expect((await actionsOf(id)).slice(2).map(([action, locale]) => [action, locale])).toEqual([
      ['published', 'en'],
      ['published', 'zh'],
      ['changed', 'en'],
      ['reverted', 'en'],
      ['unpublished', 'zh'],
    ])
  })

  it('what the buttons of Payload itself publish and withdraw', async () => {
    const id = await newStory()
    await patch(id, 'locale=zh', { _status: 'published', title: '屋顶' }).expect(200)
    await patch(id, 'locale=zh&draft=true', { title: '屋顶花园' }).expect(200)
    await patch(id, 'locale=zh', { _status: 'draft' }).expect(200)
    expect((await actionsOf(id)).slice(1).map(([action, locale]) => [action, locale])).toEqual([
      ['published', 'zh'],
      ['changed', 'zh'],
      ['unpublished', 'zh'],
    ])
  })

  it('changes of roles by name, and of a password', async () => {
    const { id } = await app.payload.create({
      collection: 'users',
      data: { email: 'new@qiao.example', name: 'New', password: 'first', roles: ['viewer'] },
    })
    await request(app.app)
      .patch(`/api/users/${id}`)
      .set(as.admin)
      .send({ name: 'Newer', roles: ['editor'] })
      .expect(200)
    await request(app.app)
      .patch(`/api/users/${id}`)
      .set(as.admin)
      .send({ password: 'a new password' })
      .expect(200)
    const told = await toldOf(id)
    expect(told.slice(1).map(({ action, fields }) => [action, fields])).toEqual([
      ['roles-changed', ['roles']],
      ['changed', ['name']],
      ['changed', ['password']],
    ])
    expect(JSON.stringify(told)).not.toContain('a new password')
  })

  it('sign-ins, sign-outs and sign-ins that failed, over REST and GraphQL', async () => {
    const credentials = { email: 'door@qiao.example', password: 'the right one' }
    const { id } = await app.payload.create({
      collection: 'users',
      data: { ...credentials, name: 'Door', roles: ['viewer'] },
    })
    const door = request(app.app)
    await door
      .post('/api/users/login')
      .send({ ...credentials, password: 'wrong' })
      .expect(401)
    const mutation = `mutation { loginUser(email: "${credentials.email}", password: "wrong") { token } }`
    await door.post('/api/graphql').send({ query: mutation })
    const { body } = await door.post('/api/users/login').send(credentials).expect(200)
    await door
      .post('/api/users/logout')
      .set({ Authorization: `JWT ${body.token as string}` })
      .expect(200)
    const lines = await exported()
    expect(
      lines.filter(({ userId }) => userId === id).map(({ action, userName }) => [action, userName]),
    ).toEqual([
      ['sign-in-failed', 'Door'],
      ['sign-in-failed', 'Door'],
      ['signed-in', 'Door'],
      ['signed-out', 'Door'],
    ])
    await door.post('/api/users/login').send({ email: 'nobody@qiao.example', password: 'x' })
    const last = (await exported()).at(-1)
    expect(last).toMatchObject({ action: 'sign-in-failed', userId: null, userName: null })
    expect(JSON.stringify(last)).not.toContain('nobody@')
  })

  it('nothing of a write that was refused or rolled back', async () => {
    const id = await newStory()
    const count = (await exported()).length
    await patch(id, 'locale=zh', { _status: 'published', kind: null }).expect(400)
    const transactionID = await app.payload.db.beginTransaction()
    if (transactionID === null) throw new Error('No transaction was begun.')
    await app.payload.update({
      id,
      collection: 'stories',
      data: { title: '不算数' },
      draft: true,
      locale: 'zh',
      req: { transactionID },
    })
    await app.payload.db.rollbackTransaction(transactionID)
    expect(await exported()).toHaveLength(count)
  })
})

describe('the trail', () => {
  it('is chained without anybody asking, at most a second later', async () => {
    const id = await newStory()
    await vi.waitFor(
      async () => {
        const { totalDocs } = await app.payload.find({
          collection: 'audit-trail',
          where: { document: { equals: id } },
        })
        expect(totalDocs).toBe(1)
      },
      { interval: 50, timeout: 10_000 },
    )
  })

  it('is read by administrators and nobody else', async () => {
    for (const path of ['/api/audit-trail', '/api/audit-trail/export', '/api/audit-trail/count']) {
      await request(app.app).get(path).set(as.admin).expect(200)
      await request(app.app).get(path).set(as.editor).expect(403)
      await request(app.app).get(path).set(as.viewer).expect(403)
      await request(app.app).get(path).expect(403)
    }
    const query = '{ AuditTrails { totalDocs } }'
    const asAdmin = await request(app.app).post('/api/graphql').set(as.admin).send({ query })
    expect(asAdmin.body.data.AuditTrails.totalDocs).toBeGreaterThan(0)
    const asEditor = await request(app.app).post('/api/graphql').set(as.editor).send({ query })
    expect(asEditor.body.errors).toHaveLength(1)
  })

  it('is written through no door', async () => {
    await exported()
    const { docs } = await app.payload.find({ collection: 'audit-trail', limit: 1 })
    const [entry] = docs
    const path = `/api/audit-trail/${entry?.id}`
    await request(app.app).post('/api/audit-trail').set(as.admin).send(entry).expect(403)
    await request(app.app).patch(path).set(as.admin).send({ title: 'x' }).expect(403)
    await request(app.app).patch('/api/audit-trail').set(as.admin).send({ title: 'x' }).expect(403)
    await request(app.app).delete(path).set(as.admin).expect(403)
    await request(app.app).delete('/api/audit-trail?where[seq][equals]=1').set(as.admin).expect(403)
    await request(app.app).post(`${path}/duplicate`).set(as.admin).send({}).expect(404)
    const target = { id: String(entry?.id), collection: 'audit-trail' as const }
    await expect(app.payload.delete(target)).rejects.toMatchObject({ status: 403 })
    await expect(app.payload.update({ ...target, data: { title: 'x' } })).rejects.toMatchObject({
      status: 403,
    })
    const schema = await request(app.app)
      .post('/api/graphql')
      .set(as.admin)
      .send({ query: 'mutation { deleteAuditTrail(id: "x") { id } }' })
    expect(schema.body.errors?.[0]?.message).toContain('deleteAuditTrail')
  })
})
