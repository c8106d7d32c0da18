import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { freshDatabaseUrl, removeTestDatabases } from '../support/test-database.ts'
import { contractPayload, type ContractPayload, type Page, pageData } from './contract-payload.ts'
import { startWriter } from './writer-process.ts'

const url = freshDatabaseUrl()
const writes = 1000
const kills = 30

// Thousands of writes and dozens of processes: the limit is there to end a hang, not to measure.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 600_000 })

let payload: ContractPayload

beforeAll(async () => {
  payload = await contractPayload({ url })
})

afterAll(async () => {
  await payload.destroy()
  removeTestDatabases()
})

const report = (line: string) => process.stdout.write(`database contract: ${line}\n`)

const newPage = async () => {
  const page = await payload.create({
    collection: 'pages',
    data: pageData('first'),
    draft: true,
    locale: 'en',
  })
  return page.id
}

/** Increments seen in both languages together; the create has made the first. */
const countedWrites = async (id: string, draft: boolean) => {
  const page = await payload.findByID({ collection: 'pages', draft, id, locale: 'all' })
  // With `locale: 'all'` a localized field is an object of all languages.
  const counted = page.writes as unknown as { en?: number; zh?: number }
  return { en: (counted.en ?? 0) - 1, zh: counted.zh ?? 0 }
}

describe.each(['published', 'draft'])(
  'concurrent %s writes of two languages to one document',
  (mode) => {
    test.each([1, 2])('from %i process(es) lose nothing and meet no error', async (processes) => {
      const id = await newPage()
      const each = writes / processes
      const writers = Array.from({ length: processes }, (_, index) =>
        startWriter('update', url, id, mode, String(each), String(index * each)),
      )
      await Promise.all(writers.map(({ ready }) => ready))
      const started = performance.now()
      writers.forEach(({ go }) => go())
      const errors = (await Promise.all(writers.map(({ said }) => said))).flat(2)
      const seconds = (performance.now() - started) / 1000
      const counted = await countedWrites(id, mode === 'draft')
      const versions = await payload.countVersions({
        collection: 'pages',
        where: { parent: { equals: id } },
      })
      const lost = writes - counted.en - counted.zh
      report(
        `${writes} ${mode} writes from ${processes} process(es): ${lost} lost, ${errors.length} errors, ${seconds.toFixed(1)} s`,
      )
      expect(errors).toEqual([])
      expect(counted).toEqual({ en: writes / 2, zh: writes / 2 })
      // As many as content keeps; what is deleted meanwhile takes part in the race.
      expect(versions.totalDocs).toBe(100)
    })
  },
)

test('every create that was acknowledged is there, also when many come at once', async () => {
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      payload.create({ collection: 'pages', data: pageData(`at-once-${index}`), locale: 'zh' }),
    ),
  )
  const found = await payload.find({
    collection: 'pages',
    limit: 0,
    locale: 'zh',
    where: { token: { like: 'at-once-' } },
  })
  expect(new Set(found.docs.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)))
})

test('kill -9 at a random moment loses no acknowledged write and leaves no half document', async () => {
  const started = performance.now()
  const acknowledged = new Map<string, number>()
  const atOnce = 3
  for (let round = 0; round < kills / atOnce; round += 1) {
    const writers = Array.from({ length: atOnce }, (_, index) =>
      startWriter('stream', url, `kill-${round}-${index}`),
    )
    await Promise.all(writers.map(({ ready }) => ready))
    await Promise.all(
      writers.map(async (writer) => {
        writer.go()
        await writer.begun
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 500))
        writer.kill()
        for (const message of await writer.said) {
          const { id, step } = message as { id: string; step: number }
          acknowledged.set(id, step)
        }
      }),
    )
  }
  const { docs } = await payload.find({
    collection: 'pages',
    limit: 0,
    locale: 'en',
    where: { token: { like: 'kill-' } },
  })
  const latest = await payload.findVersions({
    collection: 'pages',
    limit: 0,
    locale: 'en',
    where: { and: [{ latest: { equals: true } }, { 'version.token': { like: 'kill-' } }] },
  })
  const versions = new Map(latest.docs.map(({ parent, version }) => [parent, version]))
  const tokens = (page: Page | undefined) =>
    page
      ? [
          page.token,
          page.title,
          ...page.items.map(({ label }) => label),
          ...page.layout.map(({ text }) => text),
        ]
      : []
  const half = docs.filter((page) => {
    const seen = [...tokens(page), ...tokens(versions.get(page.id))]
    return seen.length !== 10 || new Set(seen).size !== 1
  })
  const steps = new Map(docs.map(({ id, token }) => [id, Number(token.split('-').at(-1))]))
  const lost = [...acknowledged].filter(([id, step]) => !((steps.get(id) ?? -1) >= step))
  report(
    `${kills} kills during ${docs.length} documents, ${acknowledged.size} acknowledged: ${lost.length} lost, ${half.length} half, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills)
  expect(lost).toEqual([])
  expect(half).toEqual([])
})
