import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

/** How often four people save at once; `EDIT_ROUNDS=1000` takes minutes. */
const rounds = Number(process.env.EDIT_ROUNDS ?? 100)

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }
let id: string

beforeAll(async () => {
  app = await startTestApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
  const story = await app.payload.create({
    collection: 'stories',
    data: { kind: 'success', title: 'Story' },
    draft: true,
    locale: 'en',
  })
  id = story.id
})

afterAll(() => app.stop())

const save = (locale: 'en' | 'zh', data: object, revision?: string) => {
  const write = request(app.app).patch(`/api/stories/${id}?locale=${locale}&draft=true`).set(editor)
  return (revision ? write.set('If-Match', revision) : write).send(data)
}

const saved = async () => {
  const { body, headers } = await request(app.app)
    .get(`/api/stories/${id}?locale=all&draft=true&depth=0`)
    .set(editor)
    .expect(200)
  const { summary, title } = body as Record<'summary' | 'title', Record<'en' | 'zh', string>>
  return { revision: headers.etag ?? '', summary, title }
}

it('keeps what each person wrote when four save at once on the same revision', async () => {
  for (let round = 0; round < rounds; round++) {
    const { revision } = await saved()
    const answers = await Promise.all([
      save('zh', { title: `第${round}稿甲` }, revision),
      save('zh', { title: `第${round}稿乙` }, revision),
      save('en', { title: `Draft ${round}` }, revision),
      save('zh', { summary: `摘要${round}` }, revision),
    ])
    const [mine, theirs, english, summary] = answers.map(({ status }) => status)
    // Of the two who wrote the same text, the second is told.
    expect([mine, theirs].toSorted(), `round ${round}`).toEqual([200, 412])
    expect([english, summary], `round ${round}`).toEqual([200, 200])
    const now = await saved()
    const winner = mine === 200 ? '甲' : '乙'
    expect(now.title).toEqual({ en: `Draft ${round}`, zh: `第${round}稿${winner}` })
    expect(now.summary.zh).toBe(`摘要${round}`)
  }
}, 1_200_000)

it('keeps the other texts when four save at once without a revision', async () => {
  for (let round = 0; round < rounds; round++) {
    const answers = await Promise.all([
      save('zh', { title: `第${round}回甲` }),
      save('zh', { title: `第${round}回乙` }),
      save('en', { title: `Round ${round}` }),
      save('en', { summary: `Summary ${round}` }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const now = await saved()
    expect([`第${round}回甲`, `第${round}回乙`]).toContain(now.title.zh)
    expect(now.title.en).toBe(`Round ${round}`)
    expect(now.summary.en).toBe(`Summary ${round}`)
  }
}, 1_200_000)
