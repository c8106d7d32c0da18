import request from 'supertest'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }
let picture: string

beforeAll(async () => {
  app = await startTestApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
  const data = await sharp({ create: { background: 'teal', channels: 3, height: 9, width: 16 } })
    .png()
    .toBuffer()
  const { id } = await app.payload.create({
    collection: 'media',
    data: { alt: '两名志愿者在种树' },
    file: { data, mimetype: 'image/png', name: 'planting.png', size: data.length },
    locale: 'zh',
  })
  picture = id
})

afterAll(() => app.stop())

type Brief = Record<string, unknown>

const texts = (title: string): Brief => ({ body: paragraph(title), summary: title, title })

const newBrief = async (data: Brief = {}, english: Brief = texts('English')): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'news-briefs',
    data: { kind: 'event', newsDate: '2019-05-01', ...texts('中文'), ...data } as never,
    draft: true,
    locale: 'zh',
  })
  await app.payload.update({
    id,
    collection: 'news-briefs',
    data: english,
    draft: true,
    locale: 'en',
  })
  return id
}

const publish = (id: string, locales: unknown, language = 'en') =>
  request(app.app)
    .post(`/api/news-briefs/${id}/publish`)
    .set({ ...editor, 'Accept-Language': language })
    .send({ locales })

const errorsOf = ({ body }: { body: { errors: { data: { errors: unknown } }[] } }) =>
  body.errors[0]?.data.errors

const states = async (id: string): Promise<unknown> => {
  const { body } = await request(app.app).get(`/api/news-briefs/${id}/locales`).set(editor)
  return body.locales
}

const imageBlock = () => {
  const text = paragraph('With a picture')
  const block = {
    fields: { blockType: 'image', id: '6740f0000000000000000001', image: picture },
    format: '',
    type: 'block',
    version: 2,
  }
  text.root.children.push(block as never)
  return text
}

describe('publishing a language', () => {
  it('asks for its required fields, by name, and not for those of the other', async () => {
    const id = await newBrief({}, { title: 'Only a title' })
    const answer = await publish(id, ['en']).expect(400)
    expect(errorsOf(answer)).toMatchObject([
      {
        link: `http://localhost:3000/admin/collections/news-briefs/${id}?locale=en#field-body`,
        locale: 'en',
        path: 'body',
      },
    ])
    await publish(id, ['zh']).expect(200)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'published' })
  })

  it.each<[string, () => [Brief, Brief], string]>([
    ['the cover', () => [{ cover: picture }, texts('English')], 'cover'],
    ['the text', () => [{}, { ...texts('English'), body: imageBlock() }], 'body'],
  ])('asks for the alternative text of a picture in %s', async (_, data, path) => {
    const id = await newBrief(...data())
    const answer = await publish(id, ['en']).expect(400)
    expect(errorsOf(answer)).toMatchObject([
      {
        message:
          '“planting.png” has no alternative text in this language. Open the picture and write one.',
        path,
      },
    ])
    const chinese = await publish(id, ['en'], 'zh').expect(400)
    expect(errorsOf(chinese)).toMatchObject([
      { message: '图片“planting.png”缺少该语言的替代文字，请打开图片填写。' },
    ])
    await publish(id, ['zh']).expect(200)
  })

  it('asks for it too when Payload publishes', async () => {
    const id = await newBrief({ cover: picture })
    await request(app.app)
      .patch(`/api/news-briefs/${id}?locale=en`)
      .set(editor)
      .send({ _status: 'published' })
      .expect(400)
    expect(await states(id)).toEqual({ en: 'draft', zh: 'draft' })
  })

  it('warns of links to what is not published in that language, and goes through', async () => {
    const { id: program } = await app.payload.create({
      collection: 'programs',
      data: {
        _status: 'published',
        kind: 'program',
        status: 'active',
        title: '绿色出行',
      } as never,
      locale: 'zh',
    })
    const id = await newBrief({ programs: [program] })
    const chinese = await publish(id, ['zh']).expect(200)
    expect(chinese.body).not.toHaveProperty('warnings')
    const { body } = await publish(id, ['en']).expect(200)
    expect(body.locales).toEqual({ en: 'published', zh: 'published' })
    expect(body.warnings).toMatchObject([{ label: 'Programs', locale: 'en', path: 'programs' }])
    expect(body.warnings[0].message).toMatch(/is not published in this language/)
  })
})

describe('publishing all languages at once, as Payload does it', () => {
  const publishAll = (id: string, data: Brief = {}) =>
    request(app.app)
      .patch(`/api/news-briefs/${id}?locale=zh&publishAllLocales=true`)
      .set(editor)
      .send(data)

  it('publishes those that have text', async () => {
    const both = await newBrief()
    await publishAll(both).expect(200)
    expect(await states(both)).toEqual({ en: 'published', zh: 'published' })
    const chinese = await newBrief({}, {})
    await publishAll(chinese).expect(200)
    expect(await states(chinese)).toEqual({ en: 'not-started', zh: 'published' })
    await request(app.app).get(`/api/news-briefs/${chinese}?locale=en`).expect(404)
  })

  it('publishes none when one of them is not ready', async () => {
    const id = await newBrief({}, { title: 'Only a title' })
    const answer = await publishAll(id, { title: '改过' }).expect(400)
    expect(errorsOf(answer)).toMatchObject([{ path: 'body' }])
    expect(await states(id)).toEqual({ en: 'draft', zh: 'draft' })
  })
})
