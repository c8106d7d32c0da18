import sharp from 'sharp'
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

const newPicture = async () =>
  app.payload.create({
    collection: 'media',
    data: { alt: 'A picture' },
    file: {
      data: await sharp({ create: { background: '#3a6', channels: 3, height: 9, width: 16 } })
        .png()
        .toBuffer(),
      mimetype: 'image/png',
      name: 'picture.png',
      size: 0,
    },
    locale: 'en',
  })

describe('a translator', () => {
  it('writes drafts in the languages given to them', async () => {
    const response = await patch('translator', 'locale=zh&draft=true', { title: '一个故事' })
    expect(response.status).toBe(200)
    expect(response.body.doc.title).toBe('一个故事')
  })

  it('cannot write another language', async () => {
    expect((await patch('translator', 'locale=en&draft=true', { title: 'X' })).status).toBe(403)
  })

  it('cannot publish, withdraw or restore, whatever the address says', async () => {
    await patch('editor', 'locale=zh', { _status: 'published', title: '公开' }).expect(200)
    await patch('translator', 'locale=zh&draft=true', { title: '译稿' }).expect(200)
    const refused = await patch('translator', 'locale=zh', { _status: 'published' })
    expect(refused.status).toBe(403)
    expect(refused.body.errors[0].message).toMatch(/cannot publish/)
    const versions = await app.payload.findVersions({
      collection: 'stories',
      where: { parent: { equals: story } },
    })
    const asked = [
      patch('translator', 'locale=zh&publishAllLocales=true', { title: '全部' }),
      patch('translator', 'locale=zh&unpublishAllLocales=true', {}),
      request(app.app)
        .post(`/api/stories/versions/${versions.docs.at(-1)?.id}?locale=zh`)
        .set(as.translator),
    ]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403])
    // What looks like a plain save, or like taking the text back, is a draft.
    await patch('translator', 'locale=zh', { title: '不公开' }).expect(200)
    await patch('translator', 'locale=zh', { _status: 'draft', title: '也不公开' }).expect(200)
    const mutation = `mutation { updateStory(id: "${story}", locale: zh, data: { title: "还是不" }) { id } }`
    const answer = await request(app.app)
      .post('/api/graphql')
      .set(as.translator)
      .send({ query: mutation })
    expect(answer.body.errors).toBeUndefined()
    const seen = await request(app.app).get(`/api/stories/${story}?locale=zh`)
    expect(seen.body.title).toBe('公开')
  })

  it('is told which field belongs to all languages, and nothing of the save is kept', async () => {
    const gallery = [{ caption: '说明', image: (await newPicture()).id }]
    await patch('editor', 'locale=zh&draft=true', { gallery, title: '原文' }).expect(200)
    const saved = await app.payload.findByID({
      id: story,
      collection: 'stories',
      depth: 0,
      draft: true,
      locale: 'zh',
    })
    const [row] = saved.gallery ?? []
    const refused = await Promise.all(
      [
        { kind: 'interview', title: '新' },
        { gallery: [], title: '新' },
        { gallery: [row, { ...row, id: undefined }], title: '新' },
        { gallery: [{ ...row, image: (await newPicture()).id }], title: '新' },
      ].map((data) => patch('translator', 'locale=zh&draft=true', data)),
    )
    expect(
      refused.map(({ body, status }) => [
        status,
        body.errors[0].data?.errors?.[0]?.path ?? body.errors[0].field,
      ]),
    ).toEqual([
      [403, 'kind'],
      [403, 'gallery'],
      [403, 'gallery'],
      [403, 'gallery.0.image'],
    ])
    const after = await app.payload.findByID({
      id: story,
      collection: 'stories',
      depth: 0,
      draft: true,
      locale: 'zh',
    })
    expect(after.title).toBe('原文')
    // The whole form, as the admin UI sends it, with a new caption.
    await patch('translator', 'locale=zh&draft=true', {
      ...after,
      gallery: [{ ...row, caption: '新说明' }],
    }).expect(200)
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

  it('sees what others are working on, staff excepted', async () => {
    const locks = '/api/payload-locked-documents'
    const editor = await request(app.app).get('/api/users/me').set(as.editor)
    const user = { relationTo: 'users', value: editor.body.user.id }
    await request(app.app).post(locks).set(as.editor).send({ globalSlug: 'organization', user })
    expect((await request(app.app).get(locks).set(as.translator)).body.totalDocs).toBe(1)
    expect((await request(app.app).get(locks).set(as.viewer)).body.totalDocs).toBe(0)
    expect((await request(app.app).get(locks)).status).toBe(403)
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
