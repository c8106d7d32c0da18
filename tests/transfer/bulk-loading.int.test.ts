import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { importDocuments } from '../../src/transfer/import-documents.ts'
import { rawDatabase } from '../../src/transfer/raw-database.ts'
import { contentLines } from '../bench/make-content.ts'
import { startTestApp } from '../support/test-app.ts'
import { openPlaces } from './open-places.ts'
import { runTransfer, startTransfer } from './run-transfer.ts'

type Part = Record<string, unknown>

const { folder, here, remove } = openPlaces()
let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(async () => {
  await app.stop()
  remove()
})

const fileOf = (name: string, lines: readonly (object | string)[]): string => {
  const file = path.join(folder, `${name}.jsonl`)
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  writeFileSync(file, texts.join('\n'))
  return file
}

const load = (name: string, lines: readonly (object | string)[]) =>
  importDocuments({ file: fileOf(name, lines), payload: app.payload })

const idOf = async (key: string): Promise<string> => {
  const { docs } = await rawDatabase(app.payload).find({
    collection: 'slug-claims',
    joins: false,
    limit: 1,
    pagination: false,
    where: { key: { equals: key } },
  })
  return String(docs[0]?.document)
}

/** All that is kept of a document, without what tells it from another one that was made in the same way. */
const keptOf = async (collection: string, id: string) => {
  const db = rawDatabase(app.payload)
  const all = { joins: false, limit: 0, pagination: false } as const
  const of = (register: string, sort: string) =>
    db.find({ ...all, collection: register, sort, where: { document: { equals: id } } })
  const [live, versions, claims, seen] = await Promise.all([
    db.find({ ...all, collection, where: { id: { equals: id } } }),
    db.findVersions({ ...all, collection, where: { parent: { equals: id } } }),
    of('slug-claims', 'locale'),
    of('public-documents', 'locale'),
  ])
  return [live, versions, claims, seen].map(({ docs }) => withoutOwn(docs))
}

const own = new Set(['createdAt', 'id', 'hash', 'key', 'place', 'publishedAt', 'revision', 'slug'])
const alsoOwn = new Set(['changedAt', 'document', 'parent', 'title', 'updatedAt'])

const withoutOwn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOwn)
  if (typeof value !== 'object' || value === null) return value ?? undefined
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !own.has(name) && !alsoOwn.has(name))
      .map(([name, part]) => [name, withoutOwn(part)] as const)
      .filter(([, part]) => part !== undefined),
  )
}

const program = (title: string, chinese: string) => ({
  collection: 'programs',
  doc: {
    _status: { en: 'published', zh: chinese },
    title: { en: title, zh: `${title}项目` },
    kind: 'program',
    need: { en: 'Water.\n\nAnd roads.', zh: '水。' },
    activities: [
      { title: { en: 'Dig', zh: '挖井' }, description: { en: 'Deep', zh: '深' } },
      { title: { en: 'Build', zh: '修路' } },
    ],
    milestones: [
      { date: { date: '2020-05-01', precision: 'month' }, title: { en: 'Begun', zh: '开工' } },
    ],
    donation: {
      accepting: true,
      tiers: [{ amount: 100, currency: 'CNY', outcome: { en: 'A pump', zh: '一台水泵' } }],
    },
    locations: [{ country: 'CN', name: { en: 'Village', zh: '村' } }],
    sdgs: ['6', '9'],
    topics: [{ slug: 'bulk-water' }, { slug: 'bulk-roads' }],
  },
})

const topics = ['Bulk water', 'Bulk roads'].map((title) => ({
  collection: 'topics',
  doc: { title: { en: title } },
}))

for (const chinese of ['published', 'draft'])
  test(`of many documents, Chinese ${chinese}, each is kept as it would be alone`, async () => {
    await load(`topics ${chinese}`, topics)
    const alone = await load(`alone ${chinese}`, [program(`Alone ${chinese}`, chinese)])
    expect(alone).toMatchObject({ bad: [], counts: { programs: 1 } })
    const many = ['one', 'two', 'three'].map((name) => program(`Many ${name} ${chinese}`, chinese))
    expect(await load(`many ${chinese}`, many)).toMatchObject({ bad: [], counts: { programs: 3 } })
    const kept = await keptOf('programs', await idOf(`programs/en/alone-${chinese}`))
    expect(kept.map((docs) => (docs as unknown[]).length)).toEqual([
      1,
      1,
      2,
      chinese === 'draft' ? 1 : 2,
    ])
    for (const name of ['one', 'two', 'three'])
      expect(await keptOf('programs', await idOf(`programs/en/many-${name}-${chinese}`))).toEqual(
        kept,
      )
  })

test('a document that its database or its register refuses does not take along those beside it', async () => {
  const topic = (slug: string) => ({
    collection: 'topics',
    doc: { slug: { en: slug }, title: { en: 'Beside' } },
  })
  const { bad, counts } = await load('beside', ['a', 'same', 'same', 'b'].map(topic))
  expect(counts).toEqual({ topics: 3 })
  expect(bad).toEqual([
    { line: 3, reason: expect.stringContaining('belongs to another document'), where: 'topics' },
  ])
})

test('equal titles get slugs of their own, however many are loaded at once', async () => {
  const equal = Array.from({ length: 12 }, (_, index) => ({
    collection: 'topics',
    key: `equal ${index}`,
    doc: { title: { en: 'Equal', zh: '相同' } },
  }))
  expect(await load('equal', equal)).toMatchObject({ bad: [], counts: { topics: 12 } })
  const { docs } = await app.payload.find({
    collection: 'topics',
    limit: 0,
    locale: 'zh',
    where: { title: { equals: '相同' } },
  })
  const slugs = Array.from(
    { length: 12 },
    (_, index) => `xiang-tong${index ? `-${index + 1}` : ''}`,
  )
  expect(docs.map(({ slug }) => slug).sort()).toEqual(slugs.sort())
})

test('a bulk load that was killed is finished by running it again, with nothing twice and nothing half', async () => {
  const count = 300
  const place = here('killed')
  const file = fileOf('killed', [...contentLines({ briefs: count })])
  const { child, ended } = startTransfer({ args: ['import', file], place })
  child.stderr.once('data', () => child.kill('SIGKILL'))
  expect((await ended).code).toBeNull()

  const again = await runTransfer({ args: ['import', file], place })
  expect(again, again.output).toMatchObject({ code: 0 })
  const [, passedOver = 0] = /(\d+) lines were imported before/.exec(again.output) ?? []
  expect(Number(passedOver)).toBeGreaterThan(0)
  expect(Number(passedOver)).toBeLessThan(8 + 10 + 5 + count)

  const exported = path.join(folder, 'after.jsonl')
  expect(await runTransfer({ args: ['export', exported], place })).toMatchObject({ code: 0 })
  const records = readFileSync(exported, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Part & { doc: Part; versions?: Part[] })
  const of = (collection: string) => records.filter((each) => each.collection === collection)
  const briefs = of('news-briefs')
  expect(briefs).toHaveLength(count)
  expect(new Set(briefs.map(({ doc }) => (doc.slug as Part).en)).size).toBe(count)
  for (const { doc, versions } of briefs) {
    expect(versions).toEqual([expect.objectContaining({ latest: true })])
    expect(doc.participations).toHaveLength(2)
    expect(doc).toMatchObject({ programs: [expect.anything()], topics: [expect.anything()] })
  }
  const inBoth = 2 * (10 + 5 + count)
  expect(of('slug-claims')).toHaveLength(2 * 8 + inBoth)
  // One brief of ten is a draft in Chinese.
  expect(of('public-documents')).toHaveLength(2 * 8 + inBoth - count / 10)
  expect(again.output).not.toContain('not whole')
}, 180_000)
