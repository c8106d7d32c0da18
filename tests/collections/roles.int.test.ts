import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'admin' | 'editor' | 'translator' | 'viewer', { Authorization: string }>
let story: string

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    admin: await signIn({ payload, role: 'admin' }),
    editor: await signIn({ payload, role: 'editor' }),
    translator: await signIn({ locales: ['zh'], payload, role: 'translator' }),
    viewer: await signIn({ payload, role: 'viewer' }),
  }
  const created = await payload.create({
    collection: 'stories',
    data: { kind: 'success', title: 'A story' },
    draft: true,
    locale: 'en',
  })
  story = created.id
})

afterAll(() => app.stop())

const patch = (who: keyof typeof as, query: string, data: Record<string, unknown>) =>
  request(app.app).patch(`/api/stories/${story}?${query}`).set(as[who]).send(data)

describe('a translator', () => {
  it('writes drafts in the languages given to them', async () => {
    const response = await patch('translator', 'locale=zh&draft=true', { title: '一个故事' })
    expect(response.status).toBe(200)
    expect(response.body.doc.title).toBe('一个故事')
  })

  it('cannot write another language', async () => {
    expect((await patch('translator', 'locale=en&draft=true', { title: 'X' })).status).toBe(403)
  })

  it('cannot publish', async () => {
    const response = await patch('translator', 'locale=zh', { _status: 'published' })
    expect(response.status).toBe(403)
    expect(response.body.errors[0].message).toMatch(/cannot publish/)
  })

  it('cannot create or delete', async () => {
    const created = await request(app.app)
      .post('/api/stories?locale=zh&draft=true')
      .set(as.translator)
      .send({ kind: 'success', title: '新' })
    expect(created.status).toBe(403)
    const deleted = await request(app.app).delete(`/api/stories/${story}`).set(as.translator)
    expect(deleted.status).toBe(403)
  })
})

describe('nobody but an administrator', () => {
  it.each(['editor', 'translator', 'viewer'] as const)(
    'gives themselves roles: %s',
    async (who) => {
      const me = await request(app.app).get('/api/users/me').set(as[who])
      const { id } = me.body.user
      await request(app.app)
        .patch(`/api/users/${id}`)
        .set(as[who])
        .send({ locales: ['en', 'zh'], roles: ['admin'] })
      const after = await app.payload.findByID({ id, collection: 'users' })
      expect(after.roles).toEqual([who])
    },
  )

  it('sees other people', async () => {
    const response = await request(app.app).get('/api/users').set(as.editor)
    expect(response.body.docs).toHaveLength(1)
    expect((await request(app.app).get('/api/users')).status).toBe(403)
  })

  it('changes anything as a viewer', async () => {
    expect((await patch('viewer', 'locale=en', { title: 'X' })).status).toBe(403)
  })
})

describe('the first person of an empty system', () => {
  it('is its administrator', async () => {
    const { docs } = await app.payload.find({ collection: 'users', limit: 1, sort: 'createdAt' })
    expect(docs[0]?.roles).toEqual(['admin'])
  })
})
