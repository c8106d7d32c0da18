import { runDueSchedules } from '@qiao/locale-publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { inShort, openChangesDesk, openCopy } from './changes-desk.ts'

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

const drafts = async () => {
  const id = await desk.newStory('zh', { title: '故事' }, true)
  await save(id, 'en', { title: 'A story' }, true)
  return id
}

const trashed = async () => {
  const id = await inBoth()
  await desk.as.delete(`/api/stories/${id}`).expect(200)
  return id
}

const graphql = (mutation: string) =>
  desk.as
    .post('/api/graphql', { query: `mutation { ${mutation} }` })
    .expect(200)
    .expect(({ body }) => expect(body.errors).toBeUndefined())

const versionOf = async (id: string, title: string) => {
  const { docs } = await desk.payload.findVersions({
    collection: 'stories',
    limit: 0,
    locale: 'zh',
    where: { parent: { equals: id } },
  })
  return docs.find(({ version }) => version.title === title)?.id
}

const inBulk = (id: string) => `/api/stories?where[id][in]=${id}&locale=zh`

const copy = openCopy()
let known: string | undefined

/** What one is told who knew everything before; all that was told by then makes what readers find. */
const toldOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = await desk.read(known)
  copy.apply(before.changes)
  await work()
  const { changes, cursor } = await desk.read(before.cursor)
  copy.apply(changes)
  known = cursor
  expect(copy.pages()).toEqual(await desk.publicNow())
  return inShort(changes).map((each) => each.replace(/-\d+$/, ''))
}

const zhIs = (type: string) => [`${type} zh gu-shi`]
const bothAre = (type: string) => [`${type} en a-story`, `${type} zh gu-shi`]

describe('whoever asks for changes is told', () => {
  it.each<[string, () => Promise<string>, (id: string) => Promise<unknown>, string[]]>([
    [
      'a language is published',
      drafts,
      (id) => act(id, 'publish', { locales: ['zh'] }),
      zhIs('upserted'),
    ],
    [
      'both are published',
      drafts,
      (id) => act(id, 'publish', { locales: 'all' }),
      bothAre('upserted'),
    ],
    [
      'a language is published through the Local API',
      drafts,
      (id) => save(id, 'zh', {}),
      zhIs('upserted'),
    ],
    [
      'a language is published through GraphQL',
      drafts,
      (id) =>
        graphql(`publishLocales(collection: stories, id: "${id}", locales: ["zh"]) { locale }`),
      zhIs('upserted'),
    ],
    [
      'a language is published by a schedule',
      drafts,
      async (id) => {
        const at = new Date(Date.now() + 60_000).toISOString()
        await desk.as
          .post(`/api/stories/${id}/schedule`, { action: 'publish', at, locales: ['zh'] })
          .expect(201)
        await runDueSchedules(desk.payload, {
          now: new Date(Date.now() + 120_000),
          repeat: (work) => withConflictRetry(work),
        })
      },
      zhIs('upserted'),
    ],
    [
      'several are published in bulk',
      drafts,
      (id) => desk.as.patch(inBulk(id), { _status: 'published' }).expect(200),
      zhIs('upserted'),
    ],
    [
      'a language is withdrawn',
      inBoth,
      (id) => act(id, 'unpublish', { locales: ['zh'] }),
      zhIs('deleted'),
    ],
    [
      'both are withdrawn',
      inBoth,
      (id) => act(id, 'unpublish', { locales: 'all' }),
      bothAre('deleted'),
    ],
    [
      'a document goes to the trash',
      inBoth,
      (id) => desk.as.delete(`/api/stories/${id}`).expect(200),
      bothAre('deleted'),
    ],
    [
      'several go to the trash in bulk',
      inBoth,
      (id) => desk.as.delete(inBulk(id)).expect(200),
      bothAre('deleted'),
    ],
    [
      'a document comes back from the trash',
      trashed,
      (id) =>
        desk.as
          .patch(`${inBulk(id)}&trash=true&where[deletedAt][exists]=true`, { deletedAt: null })
          .expect(200),
      bothAre('upserted'),
    ],
    [
      'nothing when the trash is emptied',
      trashed,
      (id) => desk.as.delete(`/api/stories/${id}?trash=true`).expect(200),
      [],
    ],
    [
      'a document is deleted through the Local API',
      inBoth,
      (id) => desk.payload.delete({ id, collection: 'stories' }),
      bothAre('deleted'),
    ],
    [
      'a language is withdrawn through GraphQL',
      inBoth,
      (id) =>
        graphql(`unpublishLocales(collection: stories, id: "${id}", locales: ["zh"]) { locale }`),
      zhIs('deleted'),
    ],
    ['a text changes', inBoth, (id) => save(id, 'zh', { summary: '新' }), zhIs('upserted')],
    [
      'a row changes',
      inBoth,
      (id) => save(id, 'zh', { sources: [{ title: 'Paper', url: 'https://paper.example/1' }] }),
      bothAre('upserted'),
    ],
    [
      'what both languages share changes',
      inBoth,
      (id) => save(id, 'zh', { kind: 'feature' }),
      bothAre('upserted'),
    ],
    [
      'a slug changes',
      inBoth,
      (id) => save(id, 'zh', { slug: 'another' }),
      ['upserted zh another'],
    ],
    [
      'an older version is restored and published',
      async () => {
        const id = await inBoth()
        await save(id, 'zh', { title: '第二' })
        return id
      },
      async (id) => {
        const version = await versionOf(id, '故事')
        await act(id, 'restore', { locales: ['zh'], version })
        await act(id, 'publish', { locales: ['zh'] })
      },
      zhIs('upserted'),
    ],
    [
      'an older version is restored by Payload',
      async () => {
        const id = await inBoth()
        await save(id, 'zh', { title: '第二' })
        return id
      },
      async (id) => {
        const version = (await versionOf(id, '故事')) ?? ''
        await desk.payload.restoreVersion({ id: version, collection: 'stories' })
      },
      zhIs('upserted'),
    ],
    ['nothing of a new draft', drafts, (id) => save(id, 'zh', { title: '草稿' }, true), []],
    [
      'nothing of a draft over what is published',
      inBoth,
      (id) => save(id, 'zh', { title: '草稿' }, true),
      [],
    ],
    [
      'nothing when what is published stays the same',
      inBoth,
      (id) => act(id, 'publish', { locales: 'all' }),
      [],
    ],
    [
      'nothing when a language is taken back to what is published',
      async () => {
        const id = await inBoth()
        await save(id, 'zh', { title: '草稿' }, true)
        return id
      },
      (id) => act(id, 'revert', { locales: ['zh'] }),
      [],
    ],
    [
      'nothing when a publication is refused',
      drafts,
      (id) =>
        save(id, 'zh', { title: '' }, true).then(() =>
          desk.as.post(`/api/stories/${id}/publish`, { locales: 'all' }).expect(400),
        ),
      [],
    ],
  ])('that %s', async (_, prepare, work, expected) => {
    const id = await prepare()
    expect(await toldOf(() => work(id))).toEqual(expected)
  })

  it('nothing of a transaction that is rolled back', async () => {
    const id = await inBoth()
    const told = await toldOf(async () => {
      const transactionID = (await desk.payload.db.beginTransaction()) ?? ''
      await desk.payload.update({
        id,
        collection: 'stories',
        data: { _status: 'published', summary: 'never' },
        locale: 'en',
        req: { transactionID },
      })
      await desk.payload.db.rollbackTransaction(transactionID)
    })
    expect(told).toEqual([])
  })

  it('both languages that are published at the same moment', async () => {
    const id = await drafts()
    const told = await toldOf(() =>
      Promise.all([
        act(id, 'publish', { locales: ['zh'] }),
        act(id, 'publish', { locales: ['en'] }),
      ]),
    )
    expect(told).toEqual(bothAre('upserted'))
  })
})
