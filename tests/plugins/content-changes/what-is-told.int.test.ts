import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { inShort, openChangesDesk } from './changes-desk.ts'

let desk: Awaited<ReturnType<typeof openChangesDesk>>

beforeAll(async () => {
  desk = await openChangesDesk()
}, 120_000)

afterAll(() => desk.stop())

it('tells of topics, which have no drafts, in the languages they are written in', async () => {
  const { payload } = desk
  const { cursor } = await desk.read(undefined)
  const { id } = await payload.create({
    collection: 'topics',
    data: { title: '水' },
    locale: 'zh',
  })
  const first = await desk.read(cursor)
  expect(inShort(first.changes)).toEqual(['upserted zh shui'])
  await payload.update({ id, collection: 'topics', data: { title: 'Water' }, locale: 'en' })
  await payload.delete({ id, collection: 'topics' })
  expect(inShort((await desk.read(first.cursor)).changes)).toEqual([
    'deleted en water',
    'deleted zh shui',
  ])
})

it('tells nothing of a contact for staff only', async () => {
  const data = { _status: 'published', kind: 'program', status: 'active', title: '项目' }
  const { payload } = desk
  const { id } = await payload.create({
    collection: 'programs',
    data: data as never,
    locale: 'zh',
  })
  const contact = (visibility: string) => ({
    contacts: [{ name: '李', phone: '123', visibility }],
  })
  const update = (visibility: string) =>
    payload.update({
      id,
      collection: 'programs',
      data: { _status: 'published', ...contact(visibility) } as never,
      locale: 'zh',
    })
  const { cursor } = await desk.read(undefined)
  await update('internal')
  const next = await desk.read(cursor)
  expect(next.changes).toEqual([])
  await update('public')
  expect((await desk.read(next.cursor)).changes).toHaveLength(1)
})

it('answers everyone, with addresses on the website', async () => {
  await desk.payload.updateGlobal({
    data: {
      siteName: 'Qiao',
      urlPatterns: { stories: 'https://site.example/en/stories/{slug}' },
    },
    locale: 'en',
    slug: 'organization',
  })
  const { cursor } = await desk.ask('locale=all&limit=1000')
  const id = await desk.newStory('en', { title: 'Where it is' })
  const { body } = await request(desk.app)
    .get(`/api/changes?locale=all&since=${cursor}`)
    .expect(200)
  expect(body).toEqual({
    changes: [
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        collection: 'stories',
        id,
        locale: 'en',
        slug: 'where-it-is',
        tags: ['stories', `stories:${id}`],
        type: 'upserted',
        url: 'https://site.example/en/stories/where-it-is',
      },
    ],
    cursor: expect.any(String),
    hasMore: false,
  })
})

it('names what caches on the way know the answers by', async () => {
  const { cursor } = await desk.ask('locale=all&limit=1000')
  const id = await desk.newStory('en', { title: 'Purged' })
  const [change] = (await desk.read(cursor)).changes
  for (const path of [`stories/${id}`, 'stories']) {
    const { headers } = await request(desk.app).get(`/api/${path}?locale=en&depth=0`).expect(200)
    const tags = headers['surrogate-key']!.split(' ')
    expect(tags.some((tag) => change?.tags.includes(tag))).toBe(true)
  }
})

it('reads no document again that was just written', async () => {
  const { db } = desk.payload
  const id = await desk.newStory('en', { title: 'Read once' })
  const { find } = db
  const read: unknown[] = []
  db.find = (async (args: Parameters<typeof find>[0]) => {
    read.push(args.collection)
    return find.call(db, args)
  }) as typeof find
  const { cursor } = await desk.read(undefined)
  read.length = 0
  await db.updateOne({ id, collection: 'stories', data: { title: { en: 'Once', zh: '一次' } } })
  db.find = find
  expect(read).toContain('public-documents')
  expect(read).not.toContain('stories')
  expect((await desk.read(cursor)).changes).toMatchObject([{ id, locale: 'en' }])
})
