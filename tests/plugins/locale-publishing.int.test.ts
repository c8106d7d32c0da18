import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../support/rich-text.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let partner: string
let brief: string

const asReader = (query: Record<string, unknown> = {}) =>
  app.payload.find({ collection: 'news-briefs', overrideAccess: false, ...query })

const save = (locale: 'en' | 'zh', data: Record<string, unknown>, draft = false) =>
  app.payload.update({ id: brief, collection: 'news-briefs', data, draft, locale })

beforeAll(async () => {
  app = await startTestApp()
  const profile = await app.payload.create({
    collection: 'partner-profiles',
    data: {
      _status: 'published',
      contacts: [
        { name: '公开', visibility: 'public' },
        { name: '内部', email: 'inside@qiao.example', visibility: 'internal' },
      ],
      name: '中国民促会',
    },
    locale: 'zh',
  })
  partner = profile.id
  const created = await app.payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      body: paragraph('正文'),
      kind: 'event',
      newsDate: '2017-08-22',
      participations: [{ partner, role: 'organiser' }],
      title: '服务与交流会议',
    },
    locale: 'zh',
  })
  brief = created.id
  await save('en', { body: paragraph('secret body'), title: 'Secret meeting' }, true)
})

afterAll(() => app.stop())

describe('a reader', () => {
  it('finds a document in the language it is published in', async () => {
    const { docs } = await asReader({ locale: 'zh' })
    expect(docs.map(({ title }) => title)).toEqual(['服务与交流会议'])
  })

  it('does not find it in the other language, by list, count or id', async () => {
    expect((await asReader({ locale: 'en' })).totalDocs).toBe(0)
    const { totalDocs } = await app.payload.count({
      collection: 'news-briefs',
      locale: 'en',
      overrideAccess: false,
    })
    expect(totalDocs).toBe(0)
    await expect(
      app.payload.findByID({
        id: brief,
        collection: 'news-briefs',
        locale: 'en',
        overrideAccess: false,
      }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it.each([
    { draft: true, locale: 'en' },
    { draft: true, locale: 'zh' },
    { draft: true, locale: 'all' },
    { locale: 'all' },
    { locale: 'all', select: { title: true } },
    { locale: 'all', select: { _status: false } },
    { fallbackLocale: 'en', locale: 'zh' },
    { locale: 'all', trash: true },
    { depth: 2, locale: 'all' },
  ])('gets nothing of the draft language with %j', async (query) => {
    const answer = JSON.stringify(await asReader(query))
    expect(answer).not.toMatch(/secret/i)
  })

  it('gets the published language only, when asking for all', async () => {
    const [doc] = (await asReader({ locale: 'all' })).docs
    expect(doc?.title).toEqual({ zh: '服务与交流会议' })
    expect(doc?._status).toEqual({ zh: 'published' })
  })

  it.each([
    { locale: 'zh', where: { 'title.en': { like: 'Secret' } } },
    { locale: 'zh', sort: 'title.en' },
    { locale: 'all', where: { title: { like: 'Secret' } } },
    { locale: 'all', sort: '-title' },
    { locale: 'zh', where: { or: [{ and: [{ 'title.en': { exists: true } }] }] } },
    { locale: 'zh', where: { 'participations.partner.name': { like: '民' } } },
    { locale: 'zh', where: { 'programs.title': { like: 'x' } } },
    { locale: 'zh', where: { nonsense: { equals: 1 } } },
  ])('is refused a question about hidden text: %j', async (query) => {
    await expect(asReader(query)).rejects.toMatchObject({ status: 400 })
  })

  it('may filter by own fields and by the id of a relation', async () => {
    const where = {
      and: [{ year: { equals: 2017 } }, { 'participations.partner': { equals: partner } }],
    }
    expect((await asReader({ locale: 'zh', where })).totalDocs).toBe(1)
  })

  it('finds what a join holds in one language and in all', async () => {
    const read = async (locale: 'all' | 'zh') => {
      const query = { collection: 'partner-profiles', depth: 0, overrideAccess: false } as const
      const profile = await app.payload.findByID({ ...query, id: partner, locale })
      return profile.briefs?.docs
    }
    expect(await read('zh')).toEqual([brief])
    expect(await read('all')).toEqual([brief])
  })

  it('is refused a filter on hidden text inside a join', async () => {
    const question = app.payload.findByID({
      id: partner,
      collection: 'partner-profiles',
      joins: { briefs: { where: { 'title.en': { like: 'Secret' } } } },
      locale: 'zh',
      overrideAccess: false,
    })
    await expect(question).rejects.toMatchObject({ status: 400 })
  })

  it('sees public contacts only, and cannot search for the others', async () => {
    const query = { collection: 'partner-profiles', locale: 'zh', overrideAccess: false } as const
    const profile = await app.payload.findByID({ ...query, id: partner })
    expect(profile.contacts?.map(({ name }) => name)).toEqual(['公开'])
    const search = app.payload.find({
      ...query,
      where: { 'contacts.email': { like: 'inside' } },
    })
    await expect(search).rejects.toMatchObject({ status: 400 })
  })
})

describe('each language has its own day', () => {
  it('publishes, withdraws and publishes again without touching the other', async () => {
    await save('en', { _status: 'published' })
    expect((await asReader({ locale: 'en' })).docs[0]?.title).toBe('Secret meeting')

    await save('zh', { _status: 'draft' })
    expect((await asReader({ locale: 'zh' })).totalDocs).toBe(0)
    const [doc] = (await asReader({ locale: 'all' })).docs
    expect(doc?.title).toEqual({ en: 'Secret meeting' })
    expect(JSON.stringify(doc)).not.toContain('正文')

    await save('zh', { _status: 'published' })
    expect((await asReader({ locale: 'zh' })).docs[0]?.title).toBe('服务与交流会议')
  })

  it('checks only the language that is published', async () => {
    const draft = await app.payload.create({
      collection: 'stories',
      data: { kind: 'success', title: 'Only English' },
      draft: true,
      locale: 'en',
    })
    const published = await app.payload.update({
      id: draft.id,
      collection: 'stories',
      data: { _status: 'published' },
      locale: 'en',
    })
    expect(published._status).toBe('published')
    expect(published.sourceLocale).toBe('en')
    const chinese = app.payload.update({
      id: draft.id,
      collection: 'stories',
      data: { _status: 'published' },
      locale: 'zh',
    })
    await expect(chinese).rejects.toMatchObject({
      data: { errors: [expect.objectContaining({ path: 'title' })] },
    })
  })

  it('never saves the other language as if it were a translation', async () => {
    const story = await app.payload.create({
      collection: 'stories',
      data: { kind: 'success', summary: 'In English', title: 'Born in English' },
      draft: true,
      locale: 'en',
    })
    await app.payload.update({
      id: story.id,
      collection: 'stories',
      data: { title: '只有标题' },
      draft: true,
      locale: 'zh',
    })
    const all = await app.payload.findByID({
      id: story.id,
      collection: 'stories',
      draft: true,
      locale: 'all',
    })
    expect(all.title).toEqual({ en: 'Born in English', zh: '只有标题' })
    expect((all.summary as unknown as Record<string, unknown>).zh ?? null).toBeNull()
  })
})
