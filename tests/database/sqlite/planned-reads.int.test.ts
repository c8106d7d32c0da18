import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import fc from 'fast-check'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'

type Asked = Record<string, unknown> & { collection: string; where: Where }
type Read = (args: Record<string, unknown>) => Promise<unknown>

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  const app = await startDemoApp()
  payload = app.payload
  stop = app.stop
})

afterAll(() => stop())

const reads = () => payload.db as unknown as Record<'find' | 'findOne', Read>

/** All of an answer, with the order of its names and with what is there and undefined. */
const text = (answer: unknown): string =>
  JSON.stringify(answer, (_, value: unknown) => (value === undefined ? 'undefined' : value))

/** In a transaction, even one that has ended, Payload's adapter answers by itself. */
const bothWays = async (name: 'find' | 'findOne', args: Asked) => {
  const copy = () => structuredClone(args)
  const theirs = await settled(reads()[name]({ ...copy(), req: { transactionID: 'ended' } }))
  // The first time it is recorded, the second time compiled, and then run again.
  for (let time = 0; time < 3; time++)
    expect(await settled(reads()[name]({ ...copy(), req: {} }))).toBe(theirs)
}

const settled = (answer: Promise<unknown>) =>
  answer.then(text, (error: unknown) =>
    // Each statement names its tables anew.
    String(error).replace(/[\da-f]{8}(?:_[\da-f]{4}){3}_[\da-f]{12}/g, 'a table'),
  )

const slugs = [
  'news-briefs',
  'programs',
  'stories',
  'awards',
  'partner-profiles',
  'topics',
  'media',
]

const idsOf = async (collection: string): Promise<string[]> => {
  const { docs } = await payload.find({ collection: collection as 'topics', limit: 0 })
  return docs.map(({ id }) => id)
}

const conditionsOn = (collection: string, ids: string[]): fc.Arbitrary<Where> => {
  const id = fc.constantFrom(...ids, 'no-such-id', '00000000-0000-4000-8000-000000000000')
  const titled = ['partner-profiles', 'media'].includes(collection)
    ? collection === 'media'
      ? 'alt'
      : 'name'
    : 'title'
  return fc.oneof(
    id.map((equals) => ({ id: { equals } })),
    fc.array(id, { maxLength: 5 }).map((list) => ({ id: { in: list } })),
    id.map((value) => ({ id: { not_equals: value } })),
    fc
      .constantFrom('rural-libraries', '2024-05-01', 'null', 'no-such-slug', 'a')
      .map((equals) => ({ slug: { equals } })),
    fc.constantFrom('a', '会', 'no', '%', id).map((like) => ({ [titled]: { like } })),
    fc.boolean().map((exists) => ({ [titled]: { exists } })),
    fc.constantFrom('2020-01-01T00:00:00.000Z', 'never', new Date(0)).map((greater_than) => ({
      createdAt: { greater_than },
    })),
    fc.boolean().map((exists) => ({ deletedAt: { exists } })),
    ...(['topics', 'media'].includes(collection)
      ? []
      : [
          fc.constantFrom('published', 'draft').map((equals) => ({ _status: { equals } })),
          fc.constantFrom('published', 'draft').map((equals) => ({ '_status.en': { equals } })),
          id.map((equals) => ({ topics: { equals } })),
          id.map((equals) => ({ 'topics.parent': { equals } })),
        ]),
  )
}

const questionsOf = (collection: string, ids: string[]): fc.Arbitrary<Asked> => {
  const condition = conditionsOn(collection, ids)
  const names = payload.collections[collection as 'topics'].config.flattenedFields.map(
    ({ name }) => name,
  )
  const groups = { seo: { title: true }, origin: { url: true }, sources: { title: true } }
  const joins = Object.values(
    payload.collections[collection as 'topics'].config.joins as Record<
      string,
      { joinPath: string }[]
    >,
  ).flatMap((each) => each.map(({ joinPath }) => joinPath))
  return fc.record(
    {
      collection: fc.constant(collection),
      joins: fc.oneof(
        fc.constant(false),
        fc.constant({}),
        fc.record(
          Object.fromEntries(
            joins.map((path) => [
              path,
              fc.oneof(
                fc.constant(false),
                fc.record({
                  count: fc.boolean(),
                  limit: fc.constantFrom(0, 1, 2, 50),
                  sort: fc.constantFrom('-createdAt', 'title'),
                  where: fc.constantFrom({}, { createdAt: { exists: true } }),
                }),
              ),
            ]),
          ),
          { requiredKeys: [] },
        ),
      ),
      limit: fc.constantFrom(0, 1, 2, 3, 10, 40),
      locale: fc.constantFrom('en', 'zh', 'all'),
      page: fc.constantFrom(1, 1, 2, 9),
      pagination: fc.boolean(),
      select: fc.oneof(
        fc.constantFrom(null, undefined, groups),
        fc
          .tuple(fc.subarray(names, { maxLength: 6 }), fc.boolean())
          .map(([some, value]) => Object.fromEntries(some.map((name) => [name, value]))),
      ),
      sort: fc.constantFrom(undefined, '-createdAt', ['slug', '-createdAt'], 'updatedAt', 'id'),
      where: fc.oneof(
        fc.constant({}),
        condition,
        fc.array(condition, { maxLength: 3 }).map((and) => ({ and })),
        fc.array(condition, { minLength: 1, maxLength: 2 }).map((or) => ({ or })),
      ),
    },
    { requiredKeys: ['collection', 'where', 'locale'] },
  )
}

test.each(slugs)(
  'whatever is asked of %s, a planned read answers as Payload’s adapter does',
  async (slug) => {
    const ids = await idsOf(slug)
    await fc.assert(
      fc.asyncProperty(
        questionsOf(slug, ids),
        fc.constantFrom('find' as const, 'findOne' as const),
        async (args, name) => {
          await bothWays(name, args)
        },
      ),
      { numRuns: 100 },
    )
  },
)

test('questions that differ in the ids they name share statements, and not answers', async () => {
  const { client } = payload.db as unknown as SQLiteAdapter
  const [first, second] = await idsOf('news-briefs')
  const ask = (id: string | undefined, like = '') =>
    reads().findOne({
      collection: 'news-briefs',
      locale: 'en',
      where: { and: [{ id: { equals: id } }, ...(like ? [{ title: { like } }] : [])] },
    }) as Promise<{ id: string } | null>
  expect((await ask(first))?.id).toBe(first)
  expect((await ask(second))?.id).toBe(second)
  expect((await ask(first))?.id).toBe(first)
  // An id within another text is no id of a question.
  expect(await ask(first, String(first))).toBeNull()
  expect(await ask(second, String(first))).toBeNull()
  expect(client.closed).toBe(false)
})

test('the number of all documents is that of the moment, whoever wrote meanwhile', async () => {
  const total = async () => {
    const { totalDocs } = (await reads().find({
      collection: 'topics',
      limit: 1,
      locale: 'en',
      where: { title: { exists: true } },
    })) as { totalDocs: number }
    return totalDocs
  }
  const before = await total()
  expect(await total()).toBe(before)
  const { id } = await payload.create({
    collection: 'topics',
    data: { title: 'One more topic' },
    locale: 'en',
  })
  expect(await total()).toBe(before + 1)
  await payload.db.deleteOne({ collection: 'topics', where: { id: { equals: id } } })
  expect(await total()).toBe(before)
})
