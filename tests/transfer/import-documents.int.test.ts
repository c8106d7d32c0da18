import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { importDocuments } from '../../src/transfer/import-documents.ts'
import { rawDatabase } from '../../src/transfer/raw-database.ts'
import { paragraph } from '../support/rich-text.ts'
import { startTestApp } from '../support/test-app.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'qiao-import-'))
let app: Awaited<ReturnType<typeof startTestApp>>
let files = 0

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(async () => {
  await app.stop()
  rmSync(folder, { force: true, recursive: true })
})

const load = (lines: (object | string)[]) => {
  const file = path.join(folder, `${(files += 1)}.jsonl`)
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  writeFileSync(file, text.join('\n'))
  return importDocuments({ file, payload: app.payload })
}

const find = async (collection: string, slug: string) => {
  const { docs } = await rawDatabase(app.payload).find({
    collection,
    joins: false,
    limit: 1,
    pagination: false,
    where: { 'slug.en': { equals: slug } },
  })
  return docs[0]!
}

const versionsOf = async (collection: string, id: string) => {
  const { docs } = await rawDatabase(app.payload).findVersions({
    collection,
    limit: 0,
    pagination: false,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs
}

const changing = new Set([
  'createdAt',
  'id',
  'key',
  'parent',
  'publishedAt',
  'revision',
  'slug',
  'title',
  'updatedAt',
])

/** What two documents that were made in the same way have in common. */
const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length > 0 ? value.map(shape) : undefined
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value)
    .filter(([name]) => !changing.has(name))
    .map(([name, part]) => [name, shape(part)] as const)
    .filter(([, part]) => part !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

const brief = (title: string) => ({
  title: { en: title, zh: `${title}会议` },
  body: { en: paragraph('English'), zh: paragraph('中文') },
  kind: 'visit',
  newsDate: '2021-05-06',
  city: { en: 'Chengdu', zh: '成都' },
  agenda: [{ date: '2021-05-06', title: { en: 'Morning', zh: '上午' } }],
})

const makeByApi = async (title: string, chinese: 'draft' | 'published') => {
  const { agenda, body, city, title: titles, ...shared } = brief(title)
  const inLanguage = (locale: 'en' | 'zh', id?: string) => ({
    ...shared,
    agenda: agenda.map((row) => ({ ...row, title: row.title[locale], ...(id ? { id } : {}) })),
    body: body[locale],
    city: city[locale],
    title: titles[locale],
  })
  const { payload } = app
  const made = await payload.create({
    collection: 'news-briefs',
    data: { ...inLanguage('en'), _status: 'published' } as never,
    locale: 'en',
  })
  await payload.update({
    id: made.id,
    collection: 'news-briefs',
    data: { ...inLanguage('zh', made.agenda![0]!.id!), _status: chinese } as never,
    draft: chinese === 'draft',
    locale: 'zh',
  })
}

for (const chinese of ['published', 'draft'] as const)
  test(`a document that was imported, Chinese ${chinese}, is kept like one that people saved`, async () => {
    await makeByApi(`By people ${chinese}`, chinese)
    const { bad } = await load([
      {
        collection: 'news-briefs',
        doc: { ...brief(`By import ${chinese}`), _status: { en: 'published', zh: chinese } },
      },
    ])
    expect(bad).toEqual([])
    const [people, imported] = [
      await find('news-briefs', `by-people-${chinese}`),
      await find('news-briefs', `by-import-${chinese}`),
    ]
    const { lastSaved: _, ...own } = shape(imported) as { lastSaved: unknown }
    expect(shape(people)).toMatchObject(own)
    expect(own).toMatchObject({ localeStates: { inEn: 'published', inZh: chinese } })
    const [latestOfPeople] = await versionsOf('news-briefs', people.id)
    const latest = await versionsOf('news-briefs', imported.id)
    expect(latest).toHaveLength(1)
    expect(shape(latest[0]!.version)).toEqual(shape(latestOfPeople!.version))
    const { docs: claims } = await rawDatabase(app.payload).find({
      collection: 'slug-claims',
      limit: 0,
      pagination: false,
      sort: 'locale',
      where: { document: { equals: imported.id } },
    })
    expect(claims.map(({ locale, wasPublished }) => [locale, Boolean(wasPublished)])).toEqual([
      ['en', true],
      ['zh', chinese === 'published'],
    ])
  })

test('readers see what was imported as published, and nothing else', async () => {
  await load([
    {
      collection: 'news-briefs',
      doc: { ...brief('Half public'), _status: { en: 'published', zh: 'draft' } },
    },
  ])
  const list = (locale: string) =>
    request(app.app).get('/api/news-briefs').query({ limit: 100, locale })
  const [english, chinese] = [await list('en'), await list('zh')]
  expect(english.text).toContain('Half public')
  expect(chinese.text).not.toContain('Half public')
})

test('what was imported can be edited and published in the other language', async () => {
  const { payload } = app
  await load([
    {
      collection: 'news-briefs',
      doc: { ...brief('To be edited'), _status: { en: 'published', zh: 'draft' } },
    },
  ])
  const { id } = await find('news-briefs', 'to-be-edited')
  await payload.update({
    id,
    collection: 'news-briefs',
    data: { _status: 'published', city: '重庆' },
    locale: 'zh',
  })
  const raw = await find('news-briefs', 'to-be-edited')
  expect(raw).toMatchObject({
    city: { en: 'Chengdu', zh: '重庆' },
    localeStates: { inEn: 'published', inZh: 'published' },
    title: { en: 'To be edited', zh: 'To be edited会议' },
  })
  const { totalDocs } = await payload.findVersions({
    collection: 'news-briefs',
    where: { parent: { equals: id } },
  })
  expect(totalDocs).toBeGreaterThan(1)
})

test('a bad line is told with its number and reason, and the rest goes on', async () => {
  const topic = (title: unknown, more = {}) => ({
    collection: 'topics',
    doc: { title, ...more },
  })
  const { bad, counts } = await load([
    topic({ en: 'Good line' }),
    '{ "collection": ',
    topic({ en: 'Bad field' }, { titel: 'x' }),
    topic({ fr: 'Bad language' }),
    topic('Bad shape'),
    topic({ en: 'Bad parent' }, { parent: { slug: 'nowhere' } }),
    { collection: 'news-briefs', doc: { _status: 'published', title: { en: 'Incomplete' } } },
    { collection: 'news-briefs', doc: { ...brief('Bad kind'), kind: 'party' } },
    { collection: 'users', doc: {} },
    topic({ en: 'Last line' }),
  ])
  expect(counts).toEqual({ topics: 2 })
  const reasons = Object.fromEntries(bad.map(({ line, reason }) => [line, reason]))
  expect(reasons).toMatchObject({
    2: expect.stringContaining('no JSON'),
    3: 'titel: there is no such field',
    4: expect.stringContaining('title.fr: the languages are en, zh'),
    5: expect.stringContaining('title: give each language'),
    6: expect.stringContaining('no document of topics with the slug “nowhere”'),
    7: expect.stringContaining('body'),
    8: expect.stringContaining('"party" is none of'),
    9: expect.stringContaining('collection: give one of'),
  })
  expect(Object.keys(reasons)).toHaveLength(8)
})

test('lines may refer to later ones, and to each other in a circle; not to one that failed', async () => {
  const program = (key: string, parent: string, kind = 'program') => ({
    collection: 'programs',
    key,
    doc: { kind, parent: { key: parent }, title: { en: `Circle ${key}` } },
  })
  const { bad, counts } = await load([
    program('a', 'b'),
    program('b', 'a'),
    program('c', 'd'),
    program('d', 'a', 'nothing'),
    { collection: 'news-briefs', doc: { ...brief('Forward'), topics: [{ slug: 'later' }] } },
    { collection: 'topics', doc: { slug: { en: 'later' }, title: { en: 'Later' } } },
  ])
  expect(counts).toEqual({ 'news-briefs': 1, programs: 2, topics: 1 })
  expect(bad.map(({ line, reason }) => [line, reason])).toEqual([
    [4, expect.stringContaining('kind')],
    [3, 'it refers to line 4, which was not imported'],
  ])
  const [a, b] = [await find('programs', 'circle-a'), await find('programs', 'circle-b')]
  expect([a.parent, b.parent]).toEqual([b.id, a.id])
})

test('a file that is imported again adds only what is new', async () => {
  const line = { collection: 'topics', doc: { title: { en: 'Once' } } }
  expect((await load([line, line])).counts).toEqual({ topics: 2 })
  const again = await load([line, { ...line, key: 'other' }, line])
  expect(again).toMatchObject({ bad: [], counts: { topics: 1 }, skipped: 2 })
  const { docs } = await app.payload.find({
    collection: 'topics',
    locale: 'en',
    where: { title: { equals: 'Once' } },
  })
  expect(docs.map(({ slug }) => slug).sort()).toEqual(['once', 'once-2', 'once-3'])
})

test('the audit trail tells of the import', async () => {
  await load([{ collection: 'topics', doc: { title: { en: 'Told' } } }])
  const { id } = await find('topics', 'told')
  const { docs } = await rawDatabase(app.payload).find({
    collection: 'audit-trail-inbox',
    limit: 0,
    pagination: false,
  })
  const { docs: linked } = await rawDatabase(app.payload).find({
    collection: 'audit-trail',
    limit: 0,
    pagination: false,
  })
  const told = [...docs.map(({ event }) => event), ...linked] as Record<string, unknown>[]
  expect(told).toContainEqual(
    expect.objectContaining({ fields: [id], target: 'topics', userAgent: 'npm run import' }),
  )
})
