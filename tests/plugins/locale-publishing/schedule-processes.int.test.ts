import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { startScript } from '../../contracts/writer-process.ts'
import { startProcess } from '../../server/start-process.ts'
import { freePort } from '../../support/free-port.ts'
import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

type Outcome = { id: string; state: string }

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
})

afterAll(() => app.stop())

/** Briefs that are to be published in Chinese now, one after the other. */
const dueBriefs = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await app.payload.create({
      collection: 'news-briefs',
      data: {
        body: paragraph('中文'),
        kind: 'event',
        newsDate: '2019-05-01',
        title: '中文',
      } as never,
      draft: true,
      locale: 'zh',
    })
    await request(app.app)
      .post(`/api/news-briefs/${id}/schedule`)
      .set(editor)
      .send({ action: 'publish', at: new Date().toISOString(), locales: ['zh'] })
      .expect(201)
    ids.push(id)
  }
  return ids
}

const isPublic = async (id: string): Promise<boolean> =>
  (await request(app.app).get(`/api/news-briefs/${id}?locale=zh`)).status === 200

const whatIsPublic = (ids: string[]) => Promise.all(ids.map(isPublic))

const stateOf = async (id: string): Promise<string> => {
  const { body } = await request(app.app).get(`/api/news-briefs/${id}/schedules`).set(editor)
  return body.schedules[0].state
}

/** How often a document was saved. */
const versionsOf = async (id: string): Promise<number> =>
  (
    await app.payload.countVersions({
      collection: 'news-briefs',
      where: { parent: { equals: id } },
    })
  ).totalDocs

/** The same of a document that was published once, by hand. */
const versionsOfOnePublished = async (): Promise<number> => {
  const [id = ''] = await dueBriefs(1)
  await request(app.app)
    .post(`/api/news-briefs/${id}/publish`)
    .set(editor)
    .send({ locales: ['zh'] })
    .expect(200)
  return versionsOf(id)
}

const startRunner = (...args: string[]) =>
  startScript(new URL('./schedule-runner.ts', import.meta.url), args)

it('two processes that look at the same moment publish each document once', async () => {
  const ids = await dueBriefs(12)
  const runners = [startRunner(), startRunner()]
  await Promise.all(runners.map(({ ready }) => ready))
  for (const { go } of runners) go()
  const said = await Promise.all(runners.map((runner) => runner.said))
  const outcomes = said.flat(2) as Outcome[]
  expect(outcomes.map(({ state }) => state)).toEqual(Array(12).fill('done'))
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(12)
  expect(await whatIsPublic(ids)).toEqual(Array(12).fill(true))
  const versions = await Promise.all(ids.map(versionsOf))
  expect(versions).toEqual(Array(12).fill(await versionsOfOnePublished()))
})

it('a process that is killed between the write and its end leaves it to be done, whole, by another one', async () => {
  const ids = await dueBriefs(5)
  const killed = startRunner('3')
  await killed.ready
  killed.go()
  await killed.begun
  killed.kill()
  expect(await killed.said).toEqual([{ inTheMiddleOf: ids[2] }])
  expect(await whatIsPublic(ids)).toEqual([true, true, false, false, false])
  expect(await stateOf(ids[2] ?? '')).toBe('pending')

  const next = startRunner()
  await next.ready
  next.go()
  expect(((await next.said).flat() as Outcome[]).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'done',
  ])
  expect(await whatIsPublic(ids)).toEqual(Array(5).fill(true))
  const versions = await Promise.all(ids.map(versionsOf))
  expect(versions).toEqual(Array(5).fill(await versionsOfOnePublished()))
}, 180_000)

it('the server does at its start what became due while it was down, and stops in order', async () => {
  const [id = ''] = await dueBriefs(1)
  const { DATABASE_URL = '', PAYLOAD_SECRET = '', QIAO_DATA_DIR = '' } = process.env
  const settings = { DATABASE_URL, PAYLOAD_SECRET, QIAO_DATA_DIR }
  const server = await startProcess({ ...settings, PORT: String(await freePort()) })
  await server.ready
  await expect.poll(() => isPublic(id), { timeout: 20_000 }).toBe(true)
  server.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
})
