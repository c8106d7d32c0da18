import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Turn } from '../../../src/database/mongodb/right-of-way.ts'

import {
  contractPayload,
  type ContractPayload,
  pageData,
} from '../../contracts/contract-payload.ts'
import { freshDatabaseUrl, removeTestDatabases } from '../../support/test-database.ts'

const url = freshDatabaseUrl()

let payload: ContractPayload

beforeAll(async () => {
  payload = await contractPayload({ url })
}, 60_000)

afterAll(async () => {
  await payload.destroy()
  removeTestDatabases()
})

const turns = () =>
  (payload.db as unknown as MongooseAdapter).connection.collection<Turn>('write-turns')

const msOf = async (work: () => Promise<unknown>) => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const write = (token: string) => payload.create({ collection: 'pages', data: pageData(token) })

/** As another process does whose write has lost. */
const takeForAnother = (ms: number) =>
  turns().insertOne({ _id: 'write', holder: 'another', until: new Date(Date.now() + ms) })

test('a write lets the one go first that lost in another process', async () => {
  await takeForAnother(30_000)
  let isWritten = false
  const writing = write('patient').then(() => {
    isWritten = true
  })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(isWritten).toBe(false)
  await turns().deleteMany({})
  await writing
  expect(isWritten).toBe(true)
})

test('it does so for five seconds at most, should the other never come back', async () => {
  await takeForAnother(60_000)
  expect(await msOf(() => write('impatient'))).toBeGreaterThan(4500)
  await turns().deleteMany({})
})

test('writes that lost to each other give their right of way back', async () => {
  const { id } = await write('contended')
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      payload.update({ collection: 'pages', data: { title: `${index}` }, id, locale: 'en' }),
    ),
  )
  expect(await turns().countDocuments({})).toBe(0)
})
