import { changeLocales } from '@qiao/locale-publishing'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { untilCurrent } from '../../support/cache-of.ts'
import { buildSmallWorld, type SmallWorld } from '../../support/small-world.ts'
import { paragraph } from '../../support/rich-text.ts'
import { startTestApp } from '../../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let world: SmallWorld
let stats: Awaited<ReturnType<typeof untilCurrent>>

beforeAll(async () => {
  server = await startTestApp()
  world = await buildSmallWorld(server.payload)
  stats = await untilCurrent(server.app)
  for (const door of names()) await ask(door)
})

afterAll(async () => {
  await server.stop()
})

const graphql = (query: string) => `graphql?query=${encodeURIComponent(query)}`

/** What is asked for, by what it shows. */
const doors = () => ({
  archive: 'news-briefs/archive?locale=en',
  brief: `news-briefs/${world.brief}?locale=en&depth=0`,
  briefs: 'news-briefs?locale=en&depth=0',
  delivery: `delivery/programs/programs-en?locale=en`,
  organization: 'globals/organization?locale=en&depth=0',
  briefsInChinese: 'news-briefs?locale=zh&depth=0',
  chineseStories: 'stories?locale=zh&depth=0',
  events: 'news-briefs?locale=en&depth=0&where[kind][equals]=event',
  laterBriefs: 'news-briefs/count?locale=en&where[year][equals]=2023',
  otherBrief: `news-briefs/${world.other}?locale=en&depth=0`,
  program: `programs/${world.program}?locale=en&depth=0&select[title]=true`,
  programWithJoins: `programs/${world.program}?locale=en&depth=0`,
  programs: 'programs?locale=en&depth=0&select[title]=true',
  programsByTopic: `programs?locale=en&depth=0&select[title]=true&where[topics][equals]=${world.topic}`,
  programsInGraphql: graphql(
    '{ Programs(locale: en) { docs { title partners { partner { name } } } } }',
  ),
  briefsOfPrograms: graphql('{ Programs(locale: en) { docs { briefs { docs { title } } } } }'),
  stories: 'stories?locale=en&depth=0',
  topic: `topics/${world.topic}?locale=en`,
})

type Door = keyof ReturnType<typeof doors>

const ask = async (door: Door): Promise<boolean> => {
  const { hits } = stats()
  const { status, text } = await request(server.app).get(`/api/${doors()[door]}`)
  expect(status, text).toBe(200)
  return stats().hits > hits
}

const names = () => Object.keys(doors()) as Door[]

/** Asks until everything is answered from memory, and what MongoDB tells of this process itself has been told. */
const warm = async () => {
  let passes = 0
  await vi.waitFor(
    async () => {
      for (const door of names()) if (!(await ask(door))) passes = -1
      passes += 1
      if (passes < 3) throw new Error('Something was not answered from memory.')
    },
    { interval: 120, timeout: 20_000 },
  )
}

const change = (action: 'publish' | 'unpublish', id: string) =>
  withConflictRetry(async () =>
    changeLocales(action, {
      collection: server.payload.collections['news-briefs'].config,
      id,
      locales: ['zh'],
      overrideAccess: true,
      req: await createLocalReq({ locale: 'zh' }, server.payload),
    }),
  )

const update = (collection: string, id: string, data: object, more: object = {}) =>
  server.payload.update({ collection: collection as 'topics', data, id, locale: 'en', ...more })

const create = (collection: string, data: object, locale: 'en' | 'zh') =>
  server.payload.create({
    collection: collection as 'topics',
    data: { ...required, ...data } as never,
    draft: !('_status' in data),
    locale,
  })

const required = { body: paragraph('Text'), kind: 'visit', newsDate: '2020-01-01' }

const ofBriefs: Door[] = ['archive', 'briefs', 'briefsInChinese', 'delivery']
const ofTheBrief: Door[] = [...ofBriefs, 'brief', 'briefsOfPrograms', 'programWithJoins']
const ofPrograms: Door[] = [
  'briefsOfPrograms',
  'delivery',
  'program',
  'programWithJoins',
  'programs',
  'programsByTopic',
  'programsInGraphql',
]

const writes: [string, () => Promise<unknown>, Door[]][] = [
  ['a brief is withdrawn in one language', () => change('unpublish', world.brief), ofTheBrief],
  ['and published again', () => change('publish', world.brief), ofTheBrief],
  [
    'another brief is changed',
    () => update('news-briefs', world.other, { city: 'Beijing' }),
    [...ofBriefs, 'otherBrief'],
  ],
  [
    'its year changes',
    () => update('news-briefs', world.other, { newsDate: '2023-05-01' }),
    [...ofBriefs, 'laterBriefs', 'otherBrief'],
  ],
  [
    'its kind changes',
    () => update('news-briefs', world.other, { kind: 'event' }),
    [...ofBriefs, 'events', 'laterBriefs', 'otherBrief'],
  ],
  [
    'a brief is written as a draft',
    () => create('news-briefs', { title: 'Unseen' }, 'en'),
    // What is counted is counted in the database, past what lists are filtered by.
    ['archive'],
  ],
  [
    'a story is published in one language',
    () => create('stories', { _status: 'published', kind: 'feature', title: '故事' }, 'zh'),
    ['chineseStories'],
  ],
  [
    'a program of another name comes',
    () => create('programs', { _status: 'published', kind: 'survey', title: 'Another' }, 'zh'),
    [],
  ],
  [
    'a brief is saved as a draft',
    () => update('news-briefs', world.brief, { title: 'Draft' }, { draft: true }),
    [],
  ],
  [
    'and saved by itself',
    () => update('news-briefs', world.brief, { title: 'Drafts' }, { autosave: true, draft: true }),
    [],
  ],
  [
    'a program is changed',
    () => update('programs', world.program, { status: 'active' }),
    ofPrograms,
  ],
  [
    'a partner is changed',
    () => update('partner-profiles', world.partner, { acronym: 'N' }),
    ['delivery', 'programsInGraphql'],
  ],
  [
    'a topic is renamed',
    () => update('topics', world.topic, { title: 'Renamed' }),
    ['delivery', 'topic'],
  ],
  [
    'the publisher is renamed',
    () =>
      server.payload.updateGlobal({
        slug: 'organization',
        data: { siteName: 'New' },
        locale: 'en',
      }),
    ['delivery', 'organization'],
  ],
]

describe('when', () => {
  it.each(writes)('%s, nothing else is asked of the database again', async (_, write, expected) => {
    await warm()
    await write()
    const asked: Door[] = []
    for (const door of names()) if (!(await ask(door))) asked.push(door)
    expect(asked.sort()).toEqual([...expected].sort())
  })
})

describe('an answer that a write overtakes', () => {
  it.each([
    ['topics', () => world.topic, 'topics?locale=en&depth=0&limit=3'],
    ['stories', () => world.story, 'stories?locale=en&depth=0&where[kind][equals]=success'],
  ])('is neither kept nor given to who asks later: %s', async (collection, id, list) => {
    await warm()
    const { db } = server.payload
    const { find } = db
    let goOn: () => void = () => undefined
    let hasRead: () => void = () => undefined
    const isRead = new Promise<void>((resolve) => (hasRead = resolve))
    const wait = new Promise<void>((resolve) => (goOn = resolve))
    // The first who asks has read the old title, and is held up before it answers.
    db.find = (async (args: Parameters<typeof find>[0]) => {
      const found = await find.call(db, args)
      if (args.collection !== collection) return found
      db.find = find
      hasRead()
      await wait
      return found
    }) as typeof find
    const { overtaken } = stats()
    const titleNow = async () => {
      const { body } = await request(server.app).get(`/api/${list}`)
      return body.docs.find((each: { id: string }) => each.id === id()).title as string
    }
    const early = titleNow()
    await isRead
    const title = 'Written meanwhile'
    await update(collection, id(), { title })
    expect(await titleNow()).toBe(title)
    goOn()
    expect(await early).not.toBe(title)
    expect(stats().overtaken).toBe(overtaken + 1)
    expect(await titleNow()).toBe(title)
  })
})
