import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { startScheduleDesk } from './schedule-desk.ts'

const {
  about,
  act,
  app,
  ask,
  clear,
  editor,
  inMinutes,
  isSet,
  newBrief,
  readersSee,
  run,
  save,
  schedulesOf,
  stored,
} = await startScheduleDesk()

beforeEach(() => clear())

afterAll(() => app.stop())

describe('a scheduled publication', () => {
  it('shows in the state of its language, and is done when it is due, not before', async () => {
    const id = await newBrief()
    const { at, id: set } = await isSet(id)
    const scheduled = { en: 'draft', zh: 'scheduled' }
    expect(await about(id)).toMatchObject({
      locales: scheduled,
      schedules: [{ action: 'publish', at, id: set, locale: 'zh', scheduledBy: 'editor' }],
    })
    expect(await stored(id)).toEqual([scheduled, scheduled])
    expect(await run(59)).toEqual([])
    expect(await readersSee(id, 'zh')).toBe(false)
    expect(await run(61)).toEqual([{ id: set, state: 'done' }])
    expect(await readersSee(id, 'zh')).toBe(true)
    expect(await readersSee(id, 'en')).toBe(false)
    const published = { en: 'draft', zh: 'published' }
    expect(await about(id)).toMatchObject({ locales: published, schedules: [] })
    expect(await stored(id)).toEqual([published, published])
    expect(await schedulesOf(id)).toEqual(['publish zh done'])
  })

  it('is found by a filter, and stays while both languages are edited', async () => {
    const id = await newBrief()
    await isSet(id)
    await save(id, 'zh', { title: '改过' })
    await save(id, 'en', { title: 'Changed' })
    const { body } = await request(app.app)
      .get('/api/news-briefs?where[localeStates.inZh][equals]=scheduled&limit=0&draft=true')
      .set(editor)
    expect(body.docs.map((doc: { id: string }) => doc.id)).toContain(id)
    await run(61)
    const { title } = await app.payload.findByID({ id, collection: 'news-briefs', locale: 'zh' })
    expect(title).toBe('改过')
  })

  it('publishes what was changed since, and tells of the withdrawal of what is public', async () => {
    const id = await newBrief()
    await act(id, 'publish', ['zh']).expect(200)
    await isSet(id, { action: 'unpublish', at: inMinutes(120) })
    expect((await about(id)).locales.zh).toBe('published')
    expect((await about(id)).schedules).toHaveLength(1)
    await save(id, 'zh', { title: '改过' })
    expect((await about(id)).locales.zh).toBe('changed')
    await isSet(id)
    expect((await about(id)).locales.zh).toBe('scheduled')
    await run(61)
    expect((await about(id)).locales.zh).toBe('published')
    await run(121)
    expect((await about(id)).locales.zh).toBe('draft')
    expect(await readersSee(id, 'zh')).toBe(false)
  })

  it('is done for several languages, or for all, in the order of time when all was missed', async () => {
    const id = await newBrief()
    await isSet(id, { locales: 'all' })
    await isSet(id, { action: 'unpublish', at: inMinutes(90), locales: ['en'] })
    expect((await about(id)).locales).toEqual({ en: 'scheduled', zh: 'scheduled' })
    expect((await run(24 * 60)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect((await about(id)).locales).toEqual({ en: 'draft', zh: 'published' })
  })

  it('is done once, also by two that look at the same moment, and not again after the clock was set back', async () => {
    const ids = await Promise.all([newBrief(), newBrief(), newBrief()])
    for (const id of ids) await isSet(id)
    const outcomes = (await Promise.all([run(61), run(61), run(61)])).flat()
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    await act(ids[0] ?? '', 'unpublish', ['zh']).expect(200)
    expect([await run(-600), await run(61)]).toEqual([[], []])
    expect(await readersSee(ids[0] ?? '', 'zh')).toBe(false)
  })

  it('takes the place of the one that was set before, also when two people set it at once', async () => {
    const id = await newBrief()
    await Promise.all([60, 61, 62, 63].map((minutes) => isSet(id, { at: inMinutes(minutes) })))
    expect((await schedulesOf(id)).filter((each) => each.endsWith('pending'))).toHaveLength(1)
    await isSet(id, { at: inMinutes(180) })
    expect(await run(120)).toEqual([])
    expect((await about(id)).locales.zh).toBe('scheduled')
  })
})

describe('a schedule ends', () => {
  it('when it is cancelled, with the withdrawal that was to follow', async () => {
    const id = await newBrief()
    const set = await isSet(id)
    await isSet(id, { action: 'unpublish', at: inMinutes(120) })
    await ask(`${id}/schedules/${set.id}`, { method: 'delete' }).expect(200)
    expect(await schedulesOf(id)).toEqual(['unpublish zh cancelled', 'publish zh cancelled'])
    const draft = { en: 'draft', zh: 'draft' }
    expect(await stored(id)).toEqual([draft, draft])
    expect(await run(300)).toEqual([])
    await ask(`${id}/schedules/${set.id}`, { method: 'delete' }).expect(409)
    await ask(`${id}/schedules/${randomUUID()}`, { method: 'delete' }).expect(404)
  })

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['publishing by hand', (id) => act(id, 'publish', ['zh']).expect(200)],
    ['publishing with the button of Payload', (id) => publishByUpdate(id)],
    ['deleting the document', (id) => app.payload.delete({ id, collection: 'news-briefs' })],
  ])('with %s', async (_, change) => {
    const id = await newBrief()
    await isSet(id)
    await isSet(id, { locales: ['en'] })
    await change(id)
    const where = { document: { equals: id } }
    const { docs } = await app.payload.find({ collection: 'scheduled-publications', where })
    const ofChinese = docs.find(({ locale }) => locale === 'zh')
    const ofEnglish = docs.find(({ locale }) => locale === 'en')
    expect(ofChinese?.state).toBe('cancelled')
    const isThere = await app.payload
      .findByID({ id, collection: 'news-briefs', disableErrors: true })
      .then(Boolean)
    expect(ofEnglish?.state).toBe(isThere ? 'pending' : 'cancelled')
    if (isThere) expect((await about(id)).locales).toEqual({ en: 'scheduled', zh: 'published' })
  })

  it('with withdrawing by hand, if it was to withdraw', async () => {
    const id = await newBrief()
    await act(id, 'publish', 'all').expect(200)
    await isSet(id, { action: 'unpublish', locales: 'all' })
    await act(id, 'unpublish', ['zh']).expect(200)
    expect((await schedulesOf(id)).sort()).toEqual([
      'unpublish en pending',
      'unpublish zh cancelled',
    ])
  })

  const publishByUpdate = (id: string) =>
    app.payload.update({
      id,
      collection: 'news-briefs',
      data: { _status: 'published' } as never,
      locale: 'zh',
    })
})
