import type { PayloadRequest } from 'payload'

import request from 'supertest'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { errorOf, type Headers, type Schedule, startScheduleDesk } from './schedule-desk.ts'

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
  newEditor,
  readersSee,
  run,
  save,
  schedule,
  schedulesOf,
  stored,
  texts,
  translator,
} = await startScheduleDesk()

let mails: { subject?: string; text?: unknown; to?: unknown }[] = []

// The project's own adapter keeps mails out of the log; a mail server would get these.
app.payload.sendEmail = (mail) => {
  mails.push(mail as never)
  return Promise.resolve()
}

beforeEach(async () => {
  mails = []
  await clear()
})

afterAll(() => app.stop())

describe('a schedule that cannot be meant', () => {
  it.each<[string, object, string, RegExp]>([
    ['is in the past', { at: inMinutes(-2) }, 'at', /has passed/],
    ['says no offset', { at: '2099-01-01T09:00:00' }, 'at', /offset/],
    ['is no day of the calendar', { at: '2099-02-30T09:00:00Z' }, 'at', /date and time/],
    ['has no time', { at: undefined }, 'at', /date and time/],
    ['is in an unknown language', { locales: ['zh', 'fr'] }, 'locales', /en, zh/],
    ['names no action', { action: 'revert' }, 'action', /"publish" or "unpublish"/],
    ['withdraws what is not public', { action: 'unpublish' }, 'at', /neither published nor/],
  ])('because it %s is refused and nothing is kept', async (_, body, field, message) => {
    const id = await newBrief()
    const answer = await schedule(id, body).expect(400)
    expect(errorOf(answer)).toMatchObject({ field, message: expect.stringMatching(message) })
    expect(await schedulesOf(id)).toEqual([])
  })

  it('because it withdraws before it publishes is refused, in the language of the person', async () => {
    const id = await newBrief()
    const set = await isSet(id)
    for (const at of [inMinutes(30), set.at]) {
      const body = { action: 'unpublish', at }
      const answer = await schedule(id, body, { ...editor, 'Accept-Language': 'zh' }).expect(400)
      expect(errorOf(answer)).toMatchObject({ field: 'at', message: /届时尚未发布/ })
    }
    await isSet(id, { action: 'unpublish', at: inMinutes(90) })
    expect(errorOf(await schedule(id, { at: inMinutes(91) }).expect(400)).message).toMatch(
      /to be unpublished before/,
    )
    expect(await schedulesOf(id)).toEqual(['publish zh pending', 'unpublish zh pending'])
  })

  it('is kept for none of the languages when it cannot be meant for one', async () => {
    const id = await newBrief()
    await act(id, 'publish', ['en']).expect(200)
    await schedule(id, { action: 'unpublish', locales: ['en', 'zh'] }).expect(400)
    expect(await schedulesOf(id)).toEqual([])
  })

  it('counts as now when its time passed less than a minute ago', async () => {
    const id = await newBrief()
    await isSet(id, { at: new Date(Date.now() - 30_000).toISOString() })
    expect(await run(0)).toHaveLength(1)
  })
})

describe('rights', () => {
  it('setting and cancelling is for who may publish; reading for who works on the content', async () => {
    const id = await newBrief()
    const set = await isSet(id)
    for (const as of [translator, {}]) {
      await schedule(id, {}, as).expect(403)
      await ask(`${id}/schedules/${set.id}`, { as, method: 'delete' }).expect(403)
    }
    await ask(`${id}/schedules`, { as: translator }).expect(200)
    const viewer = await signIn({ payload: app.payload, role: 'viewer' })
    for (const as of [viewer, {}]) {
      await ask(`${id}/schedules`, { as }).expect(403)
      const { status } = await request(app.app).get('/api/scheduled-publications').set(as)
      expect(status).toBe(403)
    }
    const list = await request(app.app).get('/api/scheduled-publications').set(translator)
    expect(list.status).toBe(200)
    expect(list.text).not.toContain('"slot"')
    for (const method of ['post', 'patch', 'delete'] as const) {
      const path = `/api/scheduled-publications${method === 'post' ? '' : `/${set.id}`}`
      await request(app.app)[method](path).set(editor).send({ state: 'done' }).expect(403)
    }
  })

  it.each<[string, (user: string) => Promise<unknown>]>([
    ['lost the right to publish', (id) => setRoles(id)],
    ['was deleted', (id) => app.payload.delete({ id, collection: 'users' })],
  ])('fails when the person %s meanwhile', async (_, change) => {
    const { as, user } = await newEditor()
    const id = await newBrief()
    await isSet(id, {}, as)
    await change(user)
    expect((await run(61)).map(({ state }) => state)).toEqual(['failed'])
    expect(await readersSee(id, 'zh')).toBe(false)
    const { locales, schedules } = await about(id)
    expect(locales.zh).toBe('draft')
    expect(schedules).toMatchObject([{ message: /may no longer publish/, state: 'failed' }])
  })

  const setRoles = (id: string) =>
    app.payload.update({ id, collection: 'users', data: { roles: ['translator'] } })
})

describe('what is missing', () => {
  it('is told as a warning when the time is set', async () => {
    const id = await newBrief({ title: 'Only a title' })
    const { body } = await schedule(id, { locales: ['en', 'zh'] }).expect(201)
    expect(body.warnings).toMatchObject([{ label: 'Text', locale: 'en', path: 'body' }])
  })

  it('lets it fail, tells the person in their language, and is answered by the next attempt', async () => {
    const { as, email } = await newEditor()
    const id = await newBrief({ title: 'Only a title' })
    const set = await isSet(id, { locales: 'all' }, { ...as, 'Accept-Language': 'zh' })
    expect(set.locale).toBe('en')
    expect((await run(61)).map(({ state }) => state).sort()).toEqual(['done', 'failed'])
    expect(await stored(id)).toEqual(Array(2).fill({ en: 'draft', zh: 'published' }))
    expect(mails).toMatchObject([{ subject: '英文内容未能按时发布', to: email }])
    expect(mails[0]?.text).toContain(`/admin/collections/news-briefs/${id}?locale=en`)
    const [failure]: Schedule[] = (await about(id)).schedules
    expect(failure).toMatchObject({ message: expect.stringContaining('正文'), state: 'failed' })
    expect(mails[0]?.text).toContain(failure?.message)

    await save(id, 'en', texts('Complete'))
    expect((await about(id)).schedules).toHaveLength(1)
    await act(id, 'publish', ['en']).expect(200)
    expect((await about(id)).schedules).toEqual([])
  })

  it('is no longer told when somebody takes note of it', async () => {
    const id = await newBrief({ title: 'Only a title' })
    const set = await isSet(id, { locales: ['en'] })
    await run(61)
    await ask(`${id}/schedules/${set.id}`, { method: 'delete' }).expect(200)
    expect((await about(id)).schedules).toEqual([])
    expect(await schedulesOf(id)).toEqual(['publish en failed'])
  })
})

describe('an error of the server', () => {
  const hooks = () => app.payload.collections['news-briefs'].config.hooks.beforeChange
  const breakDown = ({ req }: { req: PayloadRequest }) => {
    if (req.locale === 'zh') throw new Error('out of order')
    return undefined
  }

  it('is no reason to give up at once; what is to follow waits', async () => {
    const id = await newBrief()
    await isSet(id)
    await isSet(id, { action: 'unpublish', at: inMinutes(90) })
    hooks().push(breakDown)
    app.payload.logger.level = 'silent'
    expect((await run(120)).map(({ state }) => state)).toEqual(['pending'])
    hooks().pop()
    app.payload.logger.level = 'error'
    expect((await run(120)).map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('is told when it does not end', async () => {
    const id = await newBrief()
    await isSet(id)
    hooks().push(breakDown)
    app.payload.logger.level = 'silent'
    const outcomes = []
    for (let count = 0; count < 6; count += 1) outcomes.push(...(await run(120)))
    hooks().pop()
    app.payload.logger.level = 'error'
    expect(outcomes.at(-1)).toMatchObject({ state: 'failed' })
    expect((await about(id)).schedules).toMatchObject([{ message: /met an error/ }])
  })
})

describe('GraphQL', () => {
  const query = async (text: string, as: Headers = editor) =>
    (await request(app.app).post('/api/graphql').set(as).send({ query: text })).body

  it('sets, tells and cancels schedules', async () => {
    const id = await newBrief({ title: 'Only a title' })
    const target = `collection: news_briefs, id: "${id}"`
    const at = inMinutes(60)
    const { data } = await query(
      `mutation { scheduleLocales(${target}, action: publish, at: "${at}", locales: ["en"]) { schedules { id at } warnings { path } } }`,
    )
    expect(data.scheduleLocales).toMatchObject({
      schedules: [{ at }],
      warnings: [{ path: 'body' }],
    })
    const told = await query(
      `{ localeStates(${target}) { state schedules { action at } } localeSchedules(${target}) { state } }`,
    )
    expect(told.data.localeStates).toEqual([
      { schedules: [{ action: 'publish', at }], state: 'scheduled' },
      { schedules: [], state: 'draft' },
    ])
    expect(told.data.localeSchedules).toEqual([{ state: 'pending' }])
    const [set] = data.scheduleLocales.schedules
    const cancelled = await query(
      `mutation { cancelLocaleSchedule(${target}, schedule: "${set.id}") { id } }`,
    )
    expect(cancelled.data.cancelLocaleSchedule).toEqual([])
    expect(await schedulesOf(id)).toEqual(['publish en cancelled'])
  })

  it('refuses what REST refuses', async () => {
    const id = await newBrief()
    const target = `collection: news_briefs, id: "${id}"`
    const set = (at: string) =>
      `mutation { scheduleLocales(${target}, action: publish, at: "${at}", locales: ["zh"]) { schedules { id } } }`
    const refused = await query(set(inMinutes(60)), translator)
    expect(refused.errors[0].extensions.statusCode).toBe(403)
    expect((await query(set('2099-01-01T09:00:00'))).errors[0].message).toMatch(/offset/)
    const hidden = await query(`{ localeSchedules(${target}) { id } }`, {})
    expect(hidden.errors[0].extensions.statusCode).toBe(403)
  })
})
