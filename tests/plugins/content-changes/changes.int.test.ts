import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inShort, openChangesDesk } from './changes-desk.ts'

let desk: Awaited<ReturnType<typeof openChangesDesk>>

beforeAll(async () => {
  desk = await openChangesDesk()
}, 120_000)

afterAll(() => desk.stop())

type Locale = 'en' | 'zh'

const save = (id: string, locale: Locale, data: object, draft = false) =>
  desk.payload.update({
    id,
    collection: 'stories',
    data: { ...(draft ? {} : { _status: 'published' }), ...data } as never,
    draft,
    locale,
  })

const act = (id: string, action: string, data: object) =>
  desk.as.post(`/api/stories/${id}/${action}`, data).expect(200)

/** A story that readers see in both languages. */
const inBoth = async () => {
  const id = await desk.newStory('zh', { title: '故事' })
  await save(id, 'en', { title: 'A story' })
  return id
}

/** What one is told who knew everything before. */
const toldOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { cursor } = await desk.read(undefined)
  await work()
  const { changes } = await desk.read(cursor)
  return inShort(changes).map((each) => each.replace(/-\d+$/, ''))
}

describe('changes since', () => {
  it('tells of a language that is published', async () => {
    const id = await desk.newStory('zh', { title: '草稿' }, true)
    expect(await toldOf(() => act(id, 'publish', { locales: ['zh'] }))).toEqual([
      'upserted zh cao-gao',
    ])
  })

  it('tells nothing of drafts', async () => {
    const id = await inBoth()
    expect(await toldOf(() => desk.newStory('en', {}, true))).toEqual([])
    expect(await toldOf(() => save(id, 'zh', { title: '新草稿' }, true))).toEqual([])
  })

  it('tells nothing when what readers see stays the same', async () => {
    const id = await inBoth()
    expect(await toldOf(() => act(id, 'publish', { locales: 'all' }))).toEqual([])
  })

  it('tells both languages when something changes that they share, and one when a text does', async () => {
    const id = await inBoth()
    expect(await toldOf(() => save(id, 'en', { title: 'Other words' }))).toEqual([
      'upserted en a-story',
    ])
    expect(await toldOf(() => save(id, 'en', { kind: 'feature' }))).toEqual([
      'upserted en a-story',
      'upserted zh gu-shi',
    ])
  })
})

it('answers for everyone', async () => {
  const { body } = await request(desk.app).get('/api/changes?locale=all&limit=1').expect(200)
  expect(Object.keys(body)).toEqual(['changes', 'cursor', 'hasMore'])
})
