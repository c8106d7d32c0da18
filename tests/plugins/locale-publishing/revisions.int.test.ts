import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }
let other: { Authorization: string }
let translator: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  editor = await signIn({ payload, role: 'editor' })
  other = await signIn({ name: '李编辑', payload, role: 'editor' })
  translator = await signIn({ locales: ['zh'], payload, role: 'translator' })
})

afterAll(() => app.stop())

type Write = {
  as?: { Authorization: string }
  body: object
  locale?: string
  query?: string
  revision?: string
}

const newBrief = async (): Promise<{ id: string; revision: string }> => {
  const { body, headers } = await request(app.app)
    .post('/api/news-briefs?locale=en&draft=true')
    .set(editor)
    .send({
      body: paragraph('The body'),
      kind: 'event',
      newsDate: '2019-05-01',
      summary: 'The summary',
      title: 'The title',
    })
    .expect(201)
  return { id: body.doc.id, revision: unquoted(headers.etag) }
}

const unquoted = (etag: string | undefined): string => {
  expect(etag).toMatch(/^"[\w-]+"$/)
  return String(etag).slice(1, -1)
}

const write = (
  id: string,
  { as = editor, body, locale = 'en', query = '&draft=true', revision }: Write,
) => {
  const patch = request(app.app).patch(`/api/news-briefs/${id}?locale=${locale}${query}`).set(as)
  return (revision === undefined ? patch : patch.set('If-Match', `"${revision}"`)).send(body)
}

const read = async (id: string, locale = 'en') => {
  const { body, headers } = await request(app.app)
    .get(`/api/news-briefs/${id}?locale=${locale}&draft=true&depth=0`)
    .set(editor)
    .expect(200)
  return { doc: body as Record<string, unknown>, revision: unquoted(headers.etag) }
}

describe('a write that names the revision it was made on', () => {
  it('goes through when nobody else has saved, and answers with the next revision', async () => {
    const { id, revision } = await newBrief()
    expect((await read(id)).revision).toBe(revision)
    const first = await write(id, { body: { title: 'Second' }, revision }).expect(200)
    const next = unquoted(first.headers.etag)
    expect(next).not.toBe(revision)
    await write(id, { body: { title: 'Third' }, revision: next }).expect(200)
    expect((await read(id)).doc.title).toBe('Third')
  })

  it('is refused when somebody else changed the same field, and is told who, what and when', async () => {
    const { id, revision } = await newBrief()
    await write(id, { as: other, body: { title: 'Theirs' } }).expect(200)
    const { body } = await write(id, { body: { title: 'Mine' }, revision }).expect(412)
    const [{ data, message }] = body.errors
    expect(message).toBe('李编辑 saved “Title” while you were writing. Nothing was saved.')
    expect(data.code).toBe('REVISION_CONFLICT')
    expect(data.conflicts).toEqual([
      {
        at: expect.any(String),
        by: '李编辑',
        label: 'Title',
        locale: 'en',
        path: 'title',
        theirs: 'Theirs',
      },
    ])
    expect(data.mine).toEqual(['title'])
    expect((await read(id)).doc.title).toBe('Theirs')
    // Having settled it, one writes on the revision that was told.
    await write(id, { body: { title: 'Both' }, revision: data.revision }).expect(200)
    expect((await read(id)).doc.title).toBe('Both')
  })

  it('is merged when others changed other fields, also when all fields are sent as a form does', async () => {
    const { id, revision } = await newBrief()
    const { doc: form } = await read(id)
    await write(id, { as: other, body: { kind: 'visit', summary: 'Their summary' } }).expect(200)
    await write(id, { body: { ...form, title: 'My title' }, revision }).expect(200)
    const { doc } = await read(id)
    expect([doc.title, doc.summary, doc.kind]).toEqual(['My title', 'Their summary', 'visit'])
  })

  it('is merged when others wrote in the other language', async () => {
    const { id, revision } = await newBrief()
    await write(id, { as: translator, body: { title: '标题' }, locale: 'zh' }).expect(200)
    const { doc: form } = await read(id)
    await write(id, { body: { ...form, title: 'My title' }, revision }).expect(200)
    await write(id, {
      as: translator,
      body: { summary: '摘要', title: '新标题' },
      locale: 'zh',
      revision,
    }).expect(412)
    expect([(await read(id)).doc.title, (await read(id, 'zh')).doc.title]).toEqual([
      'My title',
      '标题',
    ])
  })

  it('may carry the revision in the body, as the forms of the admin UI do', async () => {
    const { id } = await newBrief()
    const { doc: form } = await read(id)
    await write(id, { as: other, body: { title: 'Theirs' } }).expect(200)
    const { body } = await write(id, { body: { ...form, title: 'Mine' } }).expect(412)
    expect(body.errors[0].data.errors[0].path).toBe('lastSaved.revision')
  })

  it('agrees with one who changed the field to the same', async () => {
    const { id, revision } = await newBrief()
    await write(id, { as: other, body: { title: 'Same' } }).expect(200)
    await write(id, { body: { title: 'Same' }, revision }).expect(200)
  })

  it('does not publish what its author has not seen', async () => {
    const { id, revision } = await newBrief()
    await write(id, { as: other, body: { summary: 'Not yet for readers' } }).expect(200)
    const { body } = await write(id, { body: { _status: 'published' }, query: '', revision })
    expect(body.errors[0].data.conflicts).toMatchObject([{ path: 'summary' }])
    await request(app.app).get(`/api/news-briefs/${id}?locale=en`).expect(404)
  })

  it('is refused when the revision is unknown or malformed, and nothing is saved', async () => {
    const { id } = await newBrief()
    const unknown = await write(id, { body: { title: 'No' }, revision: 'never-was' }).expect(412)
    expect(unknown.body.errors[0].message).toMatch(/open it anew/)
    const malformed = await request(app.app)
      .patch(`/api/news-briefs/${id}?locale=en&draft=true`)
      .set({ ...editor, 'If-Match': 'no quotes' })
      .send({ title: 'No' })
      .expect(400)
    expect(malformed.body.errors[0].message).toMatch(/^If-Match takes one revision in quotes/)
    const chinese = await request(app.app)
      .patch(`/api/news-briefs/${id}?locale=en&draft=true`)
      .set({ ...editor, 'Accept-Language': 'zh', 'If-Match': '"never-was"' })
      .send({ title: 'No' })
      .expect(412)
    expect(chinese.body.errors[0].message).toMatch(/请重新打开/)
    expect((await read(id)).doc.title).toBe('The title')
  })

  it('tells nothing to those who may not change the document', async () => {
    const { id, revision } = await newBrief()
    await write(id, { as: other, body: { title: 'Theirs' } }).expect(200)
    const { body } = await request(app.app)
      .patch(`/api/news-briefs/${id}?locale=en&draft=true`)
      .set('If-Match', `"${revision}"`)
      .send({ title: 'Mine' })
      .expect(403)
    expect(JSON.stringify(body)).not.toContain('Theirs')
  })
})

it('without a revision the last one to save a field wins', async () => {
  const { id } = await newBrief()
  await write(id, { as: other, body: { title: 'Theirs' } }).expect(200)
  await write(id, { body: { title: 'Mine' } }).expect(200)
  expect((await read(id)).doc.title).toBe('Mine')
})

it('readers are told no revision, neither in the text nor in the head of an answer', async () => {
  const { id } = await newBrief()
  await write(id, { body: { _status: 'published' }, query: '' }).expect(200)
  const shown = () => request(app.app).get(`/api/news-briefs/${id}?locale=en`).expect(200)
  const answer = await shown()
  expect(answer.body).not.toHaveProperty('lastSaved')
  // Readers have a tag of what they see, which does not tell that somebody saves drafts.
  await write(id, { body: { title: 'A draft on top' } }).expect(200)
  const { etag } = (await shown()).headers
  expect(etag).toBe(answer.headers.etag)
  expect(unquoted(etag)).not.toBe((await read(id)).revision)
})

it('of many who write one field at once on the same revision, one is let through and the others are told', async () => {
  const { id, revision } = await newBrief()
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      write(id, { body: { title: `Writer ${index}` }, revision }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(412)])
  const winner = answers.findIndex(({ status }) => status === 200)
  expect((await read(id)).doc.title).toBe(`Writer ${winner}`)
})

it('of many who write different fields and languages at once on the same revision, all are let through', async () => {
  const { id, revision } = await newBrief()
  const answers = await Promise.all([
    write(id, { body: { title: 'T' }, revision }),
    write(id, { body: { summary: 'S' }, revision }),
    write(id, { body: { kind: 'visit' }, revision }),
    write(id, { body: { title: '题' }, locale: 'zh', revision }),
    write(id, { body: { summary: '摘' }, locale: 'zh', revision }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const [{ doc: en }, { doc: zh }] = [await read(id), await read(id, 'zh')]
  expect([en.title, en.summary, en.kind, zh.title, zh.summary]).toEqual([
    'T',
    'S',
    'visit',
    '题',
    '摘',
  ])
})
