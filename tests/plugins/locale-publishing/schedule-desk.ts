import { runDueSchedules } from '@qiao/locale-publishing'
import request from 'supertest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

export type Headers = Record<string, string>

export type Schedule = { action: string; at: string; id: string; locale: string; message: string }

type AskOptions = { as?: Headers; method?: 'delete' | 'get' | 'post' }

type Person = { as: Headers; email: string; user: string }

/** The server, an editor and a translator, and what they do with schedules. */
export const startScheduleDesk = async () => {
  const app = await startTestApp()
  const { payload } = app
  const editor: Headers = await signIn({ payload, role: 'editor' })
  const translator: Headers = await signIn({ locales: ['en', 'zh'], payload, role: 'translator' })

  const texts = (title: string) => ({ body: paragraph(title), summary: title, title })

  /** A brief with drafts in both languages. */
  const newBrief = async (english: object = texts('English')): Promise<string> => {
    const { id } = await app.payload.create({
      collection: 'news-briefs',
      data: { kind: 'event', newsDate: '2019-05-01', ...texts('中文') } as never,
      draft: true,
      locale: 'zh',
    })
    await save(id, 'en', english)
    return id
  }

  const save = (id: string, locale: 'en' | 'zh', data: object) =>
    app.payload.update({ id, collection: 'news-briefs', data, draft: true, locale })

  const ask = (path: string, { as = editor, method = 'get' }: AskOptions = {}) =>
    request(app.app)[method](`/api/news-briefs/${path}`).set(as)

  const act = (id: string, action: string, locales: unknown) =>
    ask(`${id}/${action}`, { method: 'post' }).send({ locales })

  const inMinutes = (minutes: number): string =>
    new Date(Date.now() + minutes * 60_000).toISOString()

  const schedule = (id: string, body: object, as = editor) =>
    ask(`${id}/schedule`, { as, method: 'post' }).send({
      action: 'publish',
      at: inMinutes(60),
      locales: ['zh'],
      ...body,
    })

  const isSet = async (id: string, body: object = {}, as = editor): Promise<Schedule> => {
    const answer = await schedule(id, body, as).expect(201)
    return answer.body.schedules[0]
  }

  const run = (minutes: number) =>
    runDueSchedules(app.payload, {
      now: new Date(Date.now() + minutes * 60_000),
      repeat: (work) => withConflictRetry(work),
    })

  const about = async (id: string) => (await ask(`${id}/locales`).expect(200)).body

  const schedulesOf = async (id: string): Promise<string[]> => {
    const { body } = await ask(`${id}/schedules`).expect(200)
    return body.schedules.map(
      ({ action, locale, state }: { action: string; locale: string; state: string }) =>
        `${action} ${locale} ${state}`,
    )
  }

  /** The states as lists of drafts and lists of documents find them. */
  const stored = async (id: string) =>
    Promise.all(
      [true, false].map(async (draft) => {
        const doc = await app.payload.findByID({ id, collection: 'news-briefs', depth: 0, draft })
        return { en: doc.localeStates?.inEn, zh: doc.localeStates?.inZh }
      }),
    )

  const readersSee = async (id: string, locale: string): Promise<boolean> =>
    (await request(app.app).get(`/api/news-briefs/${id}?locale=${locale}`)).status === 200

  /** Somebody whose account may be changed. */
  const newEditor = async (): Promise<Person> => {
    const as = await signIn({ payload: app.payload, role: 'editor' })
    const { body } = await request(app.app).get('/api/users/me').set(as)
    return { as, email: body.user.email, user: body.user.id }
  }

  return {
    about,
    act,
    ask,
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
    translator,
    app,
    /** Forgets all schedules. */
    clear: () => payload.delete({ collection: 'scheduled-publications', where: {} }),
    texts,
  }
}

export const errorOf = (answer: { body: { errors: { field?: string; message: string }[] } }) =>
  answer.body.errors[0] ?? { message: '' }
