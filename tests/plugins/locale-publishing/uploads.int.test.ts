import { randomUUID } from 'node:crypto'
import request from 'supertest'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fillMissingUses } from '../../../src/plugins/locale-publishing/src/uploads/fill-missing-uses.ts'
import { makeKey } from '../../support/make-key.ts'
import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let admin: { Authorization: string }
let editor: { Authorization: string }
let translator: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  admin = await signIn({ payload, role: 'admin' })
  editor = await signIn({ payload, role: 'editor' })
  translator = await signIn({ locales: ['zh'], payload, role: 'translator' })
})

afterAll(() => app.stop())

const bytes = await sharp({ create: { background: 'teal', channels: 3, height: 9, width: 16 } })
  .png()
  .toBuffer()

type Picture = { filename: string; id: string }

const newPicture = async (): Promise<Picture> => {
  const filename = `${randomUUID()}.png`
  const { id } = await app.payload.create({
    collection: 'media',
    data: { alt: 'A picture' },
    file: { data: bytes, mimetype: 'image/png', name: filename, size: bytes.length },
    locale: 'en',
  })
  await app.payload.update({ collection: 'media', data: { alt: '图片' }, id, locale: 'zh' })
  return { filename, id }
}

type Data = Record<string, unknown>

const newStory = async (data: Data, isPublished = true): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'stories',
    data: {
      kind: 'success',
      title: `故事 ${randomUUID()}`,
      ...data,
      ...(isPublished ? { _status: 'published' } : {}),
    } as { title: string; kind: 'success' },
    draft: !isPublished,
    locale: 'zh',
  })
  return id
}

const act = (id: string, action: 'publish' | 'revert' | 'unpublish', locale = 'zh') =>
  request(app.app)
    .post(`/api/stories/${id}/${action}`)
    .set(editor)
    .send({ locales: [locale] })

/** Through each door that leads to a file: whether it opens. */
const doors = async ({ filename, id }: Picture, headers: Record<string, string> = {}) => {
  const get = (path: string) => request(app.app).get(`/api/${path}`).set(headers)
  const where = `where[id][equals]=${id}`
  const query = `{ Media(id: "${id}") { filename } allMedia(where: { id: { equals: "${id}" } }) { totalDocs } }`
  const graphql = await request(app.app).post('/api/graphql').set(headers).send({ query })
  const found = [
    (await get(`media/${id}`)).status === 200,
    (await get(`media/file/${filename}`)).status === 200,
    (await get(`media?${where}`)).body.totalDocs === 1,
    (await get(`media/count?${where}`)).body.totalDocs === 1,
    graphql.body.data.Media?.filename === filename,
    graphql.body.data.allMedia.totalDocs === 1,
  ]
  expect(new Set(found).size, `all doors alike: ${found.join()}`).toBe(1)
  return found[0]
}

const block = (fields: Data) => {
  const text = paragraph('正文')
  const whole = { ...fields, id: randomUUID().replaceAll('-', '').slice(0, 24) }
  text.root.children.push({ fields: whole, format: '', type: 'block', version: 2 } as never)
  return text
}

describe('a file', () => {
  it('is for those who work here while nothing public shows it', async () => {
    const picture = await newPicture()
    await newStory({ cover: picture.id }, false)
    expect(await doors(picture)).toBe(false)
    for (const who of [admin, editor, translator]) expect(await doors(picture, who)).toBe(true)
    const options = { collections: ['stories'], scope: 'drafts' as const }
    const narrow = await makeKey({ admin, app: app.app, options })
    expect(await doors(picture, narrow.headers)).toBe(false)
    const wide = await makeKey({
      admin,
      app: app.app,
      options: { collections: ['stories', 'media'], scope: 'drafts' },
    })
    expect(await doors(picture, wide.headers)).toBe(true)
  })

  it.each<[string, (picture: string) => Data]>([
    ['as its cover', (cover) => ({ cover })],
    ['in its gallery', (image) => ({ gallery: [{ image }] })],
    ['in its text', (image) => ({ body: block({ blockType: 'image', image }) })],
    [
      'in a gallery in its text',
      (image) => ({ body: block({ blockType: 'gallery', images: [{ image }, { image }] }) }),
    ],
    ['for search engines', (image) => ({ seo: { image } })],
  ])('is public while a published document shows it %s', async (_, dataWith) => {
    const picture = await newPicture()
    const id = await newStory(dataWith(picture.id), false)
    expect(await doors(picture)).toBe(false)
    await act(id, 'publish').expect(200)
    expect(await doors(picture)).toBe(true)
    await act(id, 'unpublish').expect(200)
    expect(await doors(picture)).toBe(false)
  })

  it('of a draft on top of what is published stays hidden, and the published one public', async () => {
    const [shown, wanted] = [await newPicture(), await newPicture()]
    const id = await newStory({ cover: shown.id })
    const save = { collection: 'stories', data: { cover: wanted.id }, draft: true, id } as const
    await app.payload.update({ ...save, locale: 'zh' })
    expect([await doors(shown), await doors(wanted)]).toEqual([true, false])
    await act(id, 'revert').expect(200)
    expect([await doors(shown), await doors(wanted)]).toEqual([true, false])
    await app.payload.update({ ...save, locale: 'zh' })
    await act(id, 'publish').expect(200)
    expect([await doors(shown), await doors(wanted)]).toEqual([false, true])
  })

  it('that a text shows in one language is public while that language is', async () => {
    const picture = await newPicture()
    const id = await newStory({})
    await app.payload.update({
      collection: 'stories',
      data: {
        _status: 'published',
        body: block({ blockType: 'image', image: picture.id }),
        title: 'In English',
      },
      id,
      locale: 'en',
    })
    expect(await doors(picture)).toBe(true)
    await act(id, 'unpublish', 'en').expect(200)
    expect(await doors(picture)).toBe(false)
  })

  it('stays public until the last document that shows it is withdrawn, however many do so at once', async () => {
    const picture = await newPicture()
    const ids = await Promise.all(Array.from({ length: 8 }, () => newStory({ cover: picture.id })))
    const shownBy = async () =>
      (await request(app.app).get(`/api/media/${picture.id}`).set(editor)).body.shownBy as number
    expect(await shownBy()).toBe(8)
    const [last = '', ...others] = ids
    const more = Array.from({ length: 4 }, () => newStory({ cover: picture.id }))
    const [answers, added] = await Promise.all([
      Promise.all(others.map((id) => act(id, 'unpublish'))),
      Promise.all(more),
    ])
    expect(answers.map(({ status }) => status)).toEqual(others.map(() => 200))
    expect(await shownBy()).toBe(5)
    for (const id of added) await act(id, 'unpublish').expect(200)
    expect(await doors(picture)).toBe(true)
    await act(last, 'unpublish').expect(200)
    expect(await doors(picture)).toBe(false)
  })

  it('follows its document into the trash, back, and out of the world', async () => {
    const picture = await newPicture()
    const id = await newStory({ cover: picture.id })
    const url = `/api/stories/${id}`
    await request(app.app).delete(url).set(editor).expect(200)
    expect(await doors(picture)).toBe(false)
    const back = { deletedAt: null }
    await request(app.app).patch(`${url}?trash=true`).set(editor).send(back).expect(200)
    expect(await doors(picture)).toBe(true)
    await request(app.app).delete(url).set(admin).expect(200)
    await request(app.app).delete(`${url}?trash=true`).set(admin).expect(200)
    expect(await doors(picture)).toBe(false)
    const rows = await app.payload.count({
      collection: 'shown-uploads',
      where: { document: { equals: id } },
    })
    expect(rows.totalDocs).toBe(0)
  })

  it('that lies in the trash is shown to no reader, and has its bytes when it comes back', async () => {
    const picture = await newPicture()
    await newStory({ cover: picture.id })
    const url = `/api/media/${picture.id}`
    await request(app.app).delete(url).set(editor).expect(200)
    expect(await doors(picture)).toBe(false)
    const back = { deletedAt: null }
    await request(app.app).patch(`${url}?trash=true`).set(editor).send(back).expect(200)
    expect(await doors(picture)).toBe(true)
  })

  it('is not made public by hand, nor does its number tell readers anything', async () => {
    const picture = await newPicture()
    const url = `/api/media/${picture.id}`
    await request(app.app).patch(url).set(editor).send({ credit: 'Me', shownBy: 3 }).expect(200)
    expect(await doors(picture)).toBe(false)
    await newStory({ cover: picture.id })
    expect((await request(app.app).get(url).expect(200)).body).not.toHaveProperty('shownBy')
    await request(app.app).get('/api/media?where[shownBy][greater_than]=1').expect(400)
    await request(app.app).get('/api/media?sort=shownBy').expect(400)
  })

  it('is shown, with its bytes, to whoever holds a preview of its document', async () => {
    const [picture, other] = [await newPicture(), await newPicture()]
    const id = await newStory({ cover: picture.id }, false)
    const link = await request(app.app)
      .post(`/api/stories/${id}/preview-link`)
      .set(editor)
      .send({ locale: 'zh' })
      .expect(200)
    const { token } = link.body as { token: string }
    const shown = await request(app.app).get(`/api/preview?preview=${token}&depth=1`).expect(200)
    const { cover } = shown.body.doc as { cover: { filename: string; url: string } }
    expect(cover.filename).toBe(picture.filename)
    const { pathname, search } = new URL(cover.url)
    const file = await request(app.app)
      .get(pathname + search)
      .expect(200)
    expect(file.headers['content-type']).toBe('image/png')
    expect(file.headers['cache-control']).toBe('private, no-store')
    const [hidden, missing] = [pathname, '/api/media/file/nothing.png'].map((path) =>
      request(app.app).get(path),
    )
    expect((await hidden!).status).toBe((await missing!).status)
    const preview = { 'X-Preview-Token': token }
    expect(await doors(picture, preview)).toBe(true)
    expect(await doors(other, preview)).toBe(false)
  })

  it('that was stored before uses were counted is counted at start', async () => {
    const [shown, hidden] = [await newPicture(), await newPicture()]
    const id = await newStory({ cover: shown.id })
    await newStory({ cover: hidden.id }, false)
    const { db } = app.payload
    await db.deleteMany({ collection: 'shown-uploads', where: { document: { equals: id } } })
    for (const picture of [shown, hidden]) {
      await db.updateOne({ collection: 'media', data: { shownBy: null }, id: picture.id })
    }
    expect(await doors(shown)).toBe(false)
    await fillMissingUses(app.payload, { collections: ['stories'], uploads: ['media'] })
    expect([await doors(shown), await doors(hidden)]).toEqual([true, false])
    const { docs } = await app.payload.find({
      collection: 'media',
      where: { shownBy: { exists: false } },
    })
    expect(docs).toEqual([])
  })
})
