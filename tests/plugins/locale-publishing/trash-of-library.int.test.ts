import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let as: Record<'admin' | 'editor' | 'translator', { Authorization: string }>

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  as = {
    admin: await signIn({ payload, role: 'admin' }),
    editor: await signIn({ payload, role: 'editor' }),
    translator: await signIn({ locales: ['zh', 'en'], payload, role: 'translator' }),
  }
})

afterAll(() => app.stop())

describe('what content refers to', () => {
  it('goes to the trash too, out of the sight of readers, and comes back with both languages', async () => {
    const { payload } = app
    const { id } = await payload.create({
      collection: 'topics',
      data: { description: '说明', title: '乡村图书馆' },
      locale: 'zh',
    })
    await payload.update({ collection: 'topics', data: { title: 'Libraries' }, id, locale: 'en' })
    const url = `/api/topics/${id}`
    const story = await payload.create({
      collection: 'stories',
      data: { _status: 'published', kind: 'success', title: '有议题', topics: [id] },
      locale: 'zh',
    })
    const topicsOf = async (): Promise<unknown> => {
      const { body } = await request(app.app).get(`/api/stories/${story.id}?locale=zh&depth=1`)
      return (body.topics as (string | { title: string })[]).map((each) =>
        typeof each === 'string' ? 'unreadable' : each.title,
      )
    }
    const whole = async () => {
      const { body } = await request(app.app)
        .get(`${url}?locale=all&trash=true&depth=0`)
        .set(as.editor)
      const { description, slug, title } = body as Record<string, unknown>
      return { description, slug, title }
    }
    const before = await whole()
    await request(app.app).delete(url).set(as.translator).expect(403)
    await request(app.app).delete(url).set(as.editor).expect(200)
    await request(app.app).get(url).expect(404)
    for (const query of ['', '?trash=true']) {
      const { body } = await request(app.app).get(`/api/topics${query}`)
      expect(JSON.stringify(body)).not.toContain(id)
    }
    expect(await topicsOf()).toEqual(['unreadable'])
    await request(app.app).delete(`${url}?trash=true`).set(as.editor).expect(403)
    await request(app.app)
      .patch(`${url}?trash=true&locale=en`)
      .set(as.editor)
      .send({ deletedAt: null })
      .expect(200)
    expect(await whole()).toEqual(before)
    expect(await topicsOf()).toEqual(['乡村图书馆'])
  })

  it('is gone when an administrator empties the trash', async () => {
    const { id } = await app.payload.create({
      collection: 'topics',
      data: { title: '将被删除' },
      locale: 'zh',
    })
    const url = `/api/topics/${id}`
    await request(app.app).delete(url).set(as.admin).expect(200)
    await request(app.app).delete(`${url}?trash=true`).set(as.admin).expect(200)
    await request(app.app).get(`${url}?trash=true`).set(as.admin).expect(404)
  })
})
