import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'

import { sql } from '@payloadcms/db-sqlite'
import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'

import { assertDatabaseUsable, readReadiness } from '../../src/database/check-database.ts'
import type { DatabaseMigration } from '../../src/database/run-migrations.ts'

import { schemaOfConfig } from '../support/database-schema.ts'
import { freshDatabaseUrl, isMongodb, removeTestDatabases } from '../support/test-database.ts'
import {
  contractPayload,
  type ContractPayload,
  type Options,
  pageData,
} from './contract-payload.ts'
import { startWriter } from './writer-process.ts'

vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 })

const opened: ContractPayload[] = []

const open = async (options: Partial<Parameters<typeof contractPayload>[0]> = {}) => {
  const payload = await contractPayload({ url: freshDatabaseUrl(), ...options })
  opened.push(payload)
  return payload
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((payload) => payload.destroy()))
})

afterAll(removeTestDatabases)

const page = (token: string) => ({ collection: 'pages' as const, data: pageData(token) })

const countOf = async (payload: ContractPayload, token: string) => {
  const { totalDocs } = await payload.count({
    collection: 'pages',
    where: { token: { equals: token } },
  })
  return totalDocs
}

/** Lets the COMMIT of the transaction fail in the database itself, or, on MongoDB, in the driver. */
const breakCommit = async (payload: ContractPayload, id: string) => {
  // Each adapter keeps its own kind of session.
  const session = payload.db.sessions?.[id] as unknown as {
    commitTransaction?: () => Promise<void>
    db?: { run: (query: ReturnType<typeof sql.raw>) => Promise<unknown> }
  }
  if (session.db) {
    await session.db.run(sql.raw('PRAGMA defer_foreign_keys = ON'))
    await session.db.run(
      sql.raw("INSERT INTO pages_locales (_locale, _parent_id) VALUES ('en', 'nowhere')"),
    )
  } else {
    session.commitTransaction = () => Promise.reject(new Error('The server refused to commit.'))
  }
}

test('a COMMIT that fails is an error to the caller and saves nothing', async () => {
  const payload: ContractPayload = await open({
    hooks: {
      beforeChange: [
        async ({ data, req }) => {
          if (data.token === 'doomed') {
            await breakCommit(payload, String(await req.transactionID))
          }
          return data
        },
      ],
    },
  })
  await expect(payload.create(page('doomed'))).rejects.toThrow(/FOREIGN KEY|refused to commit/)
  expect(await countOf(payload, 'doomed')).toBe(0)
  await payload.create(page('next'))
  expect(await countOf(payload, 'next')).toBe(1)
})

test('a hook that writes its own document without `req` gets a clear error in time', async () => {
  const forgetful: CollectionBeforeChangeHook = async ({ context, data, originalDoc }) => {
    if (data.token === 'outer' && !context.inner) {
      await payload.update({
        collection: 'pages',
        data: { token: 'inner' },
        id: String(originalDoc.id),
      })
    }
    return data
  }
  const payload: ContractPayload = await open({
    hooks: {
      beforeChange: [
        // The outer transaction has written the document before the hook does.
        async ({ data, originalDoc, req }) => {
          if (data.token === 'outer') {
            await payload.db.updateOne({
              // The generated types describe the real collections only.
              collection: 'pages' as CollectionSlug,
              data: { token: 'touched' },
              id: String(originalDoc.id),
              req,
            })
          }
          return data
        },
        forgetful,
      ],
    },
    lockTimeoutMs: 600,
  })
  const { id } = await payload.create(page('before'))
  const started = performance.now()
  await expect(
    payload.update({ collection: 'pages', data: { token: 'outer' }, id }),
  ).rejects.toThrow(/`req`/)
  expect(performance.now() - started).toBeLessThan(20_000)
  expect((await payload.findByID({ collection: 'pages', id })).token).toBe('before')
  await payload.update({ collection: 'pages', data: { token: 'after' }, id })
})

test('an operation whose transaction a swallowed error rolled back is not acknowledged', async () => {
  const payload: ContractPayload = await open({
    hooks: {
      afterChange: [
        async ({ doc, req }) => {
          if (doc.token === 'swallows') {
            await payload
              .update({ collection: 'pages', data: {}, id: 'missing', req })
              .catch(() => undefined)
          }
        },
      ],
    },
  })
  await expect(payload.create(page('swallows'))).rejects.toThrow(/rolled back/)
  expect(await countOf(payload, 'swallows')).toBe(0)
})

test('a write that comes after its transaction has ended is refused', async () => {
  const payload = await open()
  const transactionID = (await payload.db.beginTransaction()) ?? ''
  await payload.db.commitTransaction(transactionID)
  await expect(payload.create({ ...page('late'), req: { transactionID } })).rejects.toThrow(
    /had ended/,
  )
  expect(await countOf(payload, 'late')).toBe(0)
})

test('work that a hook starts but does not wait for is done after the transaction', async () => {
  let detached: Promise<unknown> = Promise.resolve()
  const payload: ContractPayload = await open({
    hooks: {
      beforeChange: [
        ({ data }) => {
          if (data.token === 'starts') {
            detached = payload.create(page('detached'))
          }
          return data
        },
      ],
    },
  })
  await payload.create(page('starts'))
  await detached
  expect(await countOf(payload, 'detached')).toBe(1)
})

describe('starting', () => {
  const writesWelcome: DatabaseMigration = {
    down: () => Promise.resolve(),
    name: '20000102_000000_welcome',
    up: async ({ payload, req }: { payload: ContractPayload; req: Options['req'] }) => {
      await payload.create({ ...page('welcome'), req })
    },
  }

  test("on yesterday's database migrates it, and a second start changes nothing", async () => {
    const url = freshDatabaseUrl()
    const yesterday = await contractPayload({ url })
    await yesterday.create(page('old'))
    await yesterday.destroy()
    for (let start = 0; start < 2; start += 1) {
      const today = await contractPayload({ migrations: [schemaOfConfig, writesWelcome], url })
      expect(await countOf(today, 'old')).toBe(1)
      expect(await countOf(today, 'welcome')).toBe(1)
      await today.destroy()
    }
  })

  test('a migration that fails is taken back and named', async () => {
    const url = freshDatabaseUrl()
    const failing: DatabaseMigration = {
      ...writesWelcome,
      up: async (args: never) => {
        await writesWelcome.up(args)
        throw new Error('halfway')
      },
    }
    await expect(contractPayload({ migrations: [schemaOfConfig, failing], url })).rejects.toThrow(
      /20000102_000000_welcome failed.*halfway/,
    )
    const payload = await open({ url })
    expect(await countOf(payload, 'welcome')).toBe(0)
  })

  test('refuses a database newer than the code and changes nothing', async () => {
    const url = freshDatabaseUrl()
    const tomorrow = await contractPayload({ migrations: [schemaOfConfig, writesWelcome], url })
    await tomorrow.destroy()
    const file = isMongodb(url) ? undefined : url.slice('file:'.length)
    const before = file && (await readFile(file))
    await expect(assertDatabaseUsable({ known: [schemaOfConfig], url })).rejects.toThrow(
      /newer than this code/,
    )
    await expect(contractPayload({ url })).rejects.toThrow(/newer than this code/)
    expect(file && (await readFile(file))).toEqual(before)
  })

  test('two processes on one new database both come up', async () => {
    const url = freshDatabaseUrl()
    const writers = ['a', 'b'].map((name) => startWriter('stream', url, name))
    await Promise.all(writers.map(({ ready }) => ready))
    writers.forEach(({ kill }) => kill())
    await Promise.all(writers.map(({ said }) => said))
  })

  test('an open database is ready only when the committed migrations are in it', async () => {
    // The suite's own schema is not the committed one.
    expect(await readiness(await open())).toEqual({ database: 'reachable', migrations: 'pending' })
  })

  test('a database that went away is told from one that lacks migrations', async () => {
    const payload = await contractPayload({ url: freshDatabaseUrl() })
    await payload.destroy()
    payload.logger.level = 'silent'
    expect(await readiness(payload)).toEqual({ database: 'unreachable', migrations: 'unknown' })
  })
})

test('a transaction can count a whole collection', async () => {
  const payload = await open()
  await payload.create(page('counted'))
  const transactionID = (await payload.db.beginTransaction()) ?? undefined
  const { totalDocs } = await payload.count({ collection: 'pages', req: { transactionID } })
  await payload.db.rollbackTransaction(transactionID ?? '')
  expect(totalDocs).toBe(1)
})

const readiness = (payload: ContractPayload) =>
  readReadiness(payload as unknown as Parameters<typeof readReadiness>[0])
