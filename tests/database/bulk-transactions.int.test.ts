import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rawDatabase } from '../../src/transfer/raw-database.ts'
import { startTestApp } from '../support/test-app.ts'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  const app = await startTestApp()
  payload = app.payload
  stop = app.stop
})

afterAll(() => stop())

type Req = { req?: { transactionID: number | string } }

const begin = async (): Promise<number | string> => {
  const id = await rawDatabase(payload).beginTransaction({ isBulk: true })
  if (id === null) throw new Error('The database has no transactions.')
  return id
}

const create = (title: string, { req }: Req) =>
  rawDatabase(payload).create({
    collection: 'topics',
    data: { slug: { en: title }, title: { en: title, zh: `${title}议题` } },
    req,
  })

/** Of the topics of a test, the titles that are there. */
const titles = async (test: string, { req }: Req = {}): Promise<unknown[]> => {
  const { docs } = await rawDatabase(payload).find({
    collection: 'topics',
    joins: false,
    limit: 0,
    pagination: false,
    req,
    sort: 'slug.en',
    where: { 'slug.en': { like: test } },
  })
  return docs.map(({ title }) => title)
}

const both = (title: string) => ({ en: title, zh: `${title}议题` })

test('what a bulk transaction creates, it sees itself, and others when it is committed', async () => {
  const transactionID = await begin()
  const req = { transactionID }
  await create('seen one', { req })
  await create('seen two', { req })
  expect(await titles('seen', { req })).toEqual([both('seen one'), both('seen two')])
  await create('seen zero', { req })
  expect(await titles('seen')).toEqual([])
  await rawDatabase(payload).commitTransaction(transactionID)
  expect(await titles('seen')).toEqual(['seen one', 'seen two', 'seen zero'].map(both))
})

test('whatever is asked at the same time in a bulk transaction, all of it sees what was created', async () => {
  const transactionID = await begin()
  const req = { transactionID }
  await create('together', { req })
  const answers = await Promise.all([1, 2, 3].map(() => titles('together', { req })))
  expect(answers).toEqual([1, 2, 3].map(() => [both('together')]))
  await rawDatabase(payload).commitTransaction(transactionID)
})

test('of a bulk transaction that is rolled back nothing is left, and the next one begins anew', async () => {
  const transactionID = await begin()
  await create('gone one', { req: { transactionID } })
  await rawDatabase(payload).rollbackTransaction(transactionID)
  const next = await begin()
  await create('gone two', { req: { transactionID: next } })
  await rawDatabase(payload).commitTransaction(next)
  expect(await titles('gone')).toEqual([both('gone two')])
})

test('a bulk transaction with a document that the database refuses is not committed', async () => {
  const claim = (key: string, { req }: Req) =>
    rawDatabase(payload).create({
      collection: 'slug-claims',
      data: { document: 'none', key, locale: 'en', slug: 'x', target: 'topics' },
      req,
    })
  const transactionID = await begin()
  const req = { transactionID }
  const key = `topics/en/${randomUUID()}`
  await create('refused', { req })
  await claim(key, { req })
  await claim(key, { req })
  await expect(rawDatabase(payload).commitTransaction(transactionID)).rejects.toThrow()
  await rawDatabase(payload).rollbackTransaction(transactionID)
  expect(await titles('refused')).toEqual([])

  const next = await begin()
  await create('taken', { req: { transactionID: next } })
  await rawDatabase(payload).commitTransaction(next)
  expect(await titles('taken')).toEqual([both('taken')])
})
