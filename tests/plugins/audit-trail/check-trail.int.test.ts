import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { checkTrail, exportTrail } from '@qiao/audit-trail'
import { createClient } from '@libsql/client'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { root } from '../../support/conventions/repository.ts'
import { startTestApp } from '../../support/test-app.ts'
import { isMongodb } from '../../support/test-database.ts'

vi.setConfig({ hookTimeout: 60_000, testTimeout: 60_000 })

let app: Awaited<ReturnType<typeof startTestApp>> | undefined

type Row = Record<string, string | number>

/** Changes rows of a collection past everything: straight in the database. */
type Tamper = {
  remove: (slug: string, where: Row) => Promise<void>
  set: (slug: string, where: Row, data: Row) => Promise<void>
}

let tamper: Tamper

const trail = 'audit-trail'

beforeAll(async () => {
  app = await startTestApp()
  tamper = tamperer(app.payload)
})

beforeEach(async () => {
  for (const slug of ['audit-trail-inbox', trail, 'audit-trail-head']) await tamper.remove(slug, {})
  for (let n = 1; n <= 8; n += 1) {
    await payload().create({ collection: 'topics', data: { title: `Topic ${n}` }, locale: 'en' })
  }
  expect((await lines()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

afterAll(() => app?.stop())

type Payload = Awaited<ReturnType<typeof startTestApp>>['payload']

const payload = (): Payload => {
  if (!app) throw new Error('The server has not started.')
  return app.payload
}

const lines = async () => {
  const found: { hash: string; seq: number }[] = []
  for await (const line of exportTrail(payload())) found.push(JSON.parse(line) as never)
  return found
}

const tamperer = ({ db }: Payload): Tamper => {
  if (isMongodb(process.env.DATABASE_URL ?? '')) {
    const { collections } = db as unknown as MongooseAdapter
    return {
      remove: async (slug, where) => {
        await collections[slug]?.collection.deleteMany(where)
      },
      set: async (slug, where, data) => {
        await collections[slug]?.collection.updateMany(where, { $set: data })
      },
    }
  }
  const run = async (sql: string, args: (string | number)[]) => {
    const client = createClient({ url: process.env.DATABASE_URL ?? '' })
    await client.execute({ args, sql })
    client.close()
  }
  const table = (slug: string) => slug.replaceAll('-', '_')
  const list = (row: Row, separator: string) =>
    Object.keys(row)
      .map((name) => `"${name.replace(/[A-Z]/g, (big) => `_${big.toLowerCase()}`)}" = ?`)
      .join(separator)
  return {
    remove: (slug, where) =>
      run(`DELETE FROM ${table(slug)} WHERE ${list(where, ' AND ') || '1'}`, Object.values(where)),
    set: (slug, where, data) =>
      run(`UPDATE ${table(slug)} SET ${list(data, ', ')} WHERE ${list(where, ' AND ')}`, [
        ...Object.values(data),
        ...Object.values(where),
      ]),
  }
}

const faultAfter = async (change: () => Promise<void>): Promise<string | undefined> => {
  expect(await checkTrail(payload())).toMatchObject({ entries: 8 })
  expect((await checkTrail(payload())).fault).toBeUndefined()
  await change()
  return (await checkTrail(payload())).fault
}

describe('the check finds', () => {
  it('an entry that was altered', async () => {
    const fault = await faultAfter(() => tamper.set(trail, { seq: 4 }, { title: 'Another' }))
    expect(fault).toBe('Entry 4 was altered.')
  })

  it('an entry that was removed', async () => {
    const fault = await faultAfter(() => tamper.remove(trail, { seq: 3 }))
    expect(fault).toBe('Entry 3 is missing.')
  })

  it('an entry that was removed while the others moved up', async () => {
    const fault = await faultAfter(async () => {
      await tamper.remove(trail, { seq: 3 })
      for (let seq = 4; seq <= 8; seq += 1) await tamper.set(trail, { seq }, { seq: seq - 1 })
    })
    expect(fault).toBe('Entry 3 does not follow from the entry before it.')
  })

  it('entries that changed places', async () => {
    const fault = await faultAfter(async () => {
      await tamper.set(trail, { seq: 5 }, { seq: 100 })
      await tamper.set(trail, { seq: 6 }, { seq: 5 })
      await tamper.set(trail, { seq: 100 }, { seq: 6 })
    })
    expect(fault).toBe('Entry 5 does not follow from the entry before it.')
  })

  it('that the first entry is gone', async () => {
    expect(await faultAfter(() => tamper.remove(trail, { seq: 1 }))).toBe('Entry 1 is missing.')
  })

  it('that the end was cut off', async () => {
    const fault = await faultAfter(() => tamper.remove(trail, { seq: 8 }))
    expect(fault).toContain('Entry 8 is missing: the end of the trail was cut off')
  })

  it('that everything is gone', async () => {
    const fault = await faultAfter(async () => {
      for (let seq = 1; seq <= 8; seq += 1) await tamper.remove(trail, { seq })
    })
    expect(fault).toContain('Entry 1 is missing')
  })

  it('that the record of the end was turned back', async () => {
    const fault = await faultAfter(() =>
      tamper.set('audit-trail-head', { key: 'head' }, { seq: 6 }),
    )
    expect(fault).toBe('Entry 6 is not the one that the end of the chain names.')
  })

  it('a trail that was written anew, by the hash of an earlier check', async () => {
    const { hash } = await checkTrail(payload())
    const kept = (await lines()).find(({ seq }) => seq === 3)?.hash ?? ''
    expect((await checkTrail(payload(), { anchor: hash })).fault).toBeUndefined()
    expect((await checkTrail(payload(), { anchor: kept })).fault).toBeUndefined()
    expect((await checkTrail(payload(), { anchor: 'f'.repeat(64) })).fault).toContain('No entry')
  })

  it('events that nobody gave a place for more than a minute', async () => {
    const { db } = payload()
    const fault = await faultAfter(async () => {
      await db.create({
        collection: 'audit-trail-inbox',
        // What is no event cannot be linked, whenever somebody tries.
        data: { createdAt: new Date(Date.now() - 61_000).toISOString(), event: {}, place: 1 },
      })
    })
    expect(fault).toContain('1 entries have waited')
  })
})

const run = async (...args: string[]) => {
  const child = spawn(process.execPath, ['src/launch/audit.mjs', ...args], {
    cwd: root,
    env: { ...process.env },
  })
  const output = { err: '', out: '' }
  child.stdout.on('data', (chunk) => (output.out += String(chunk)))
  child.stderr.on('data', (chunk) => (output.err += String(chunk)))
  const [code] = (await once(child, 'close')) as [number]
  return { ...output, code }
}

describe('the commands', () => {
  it('tell whether the trail is whole, by their exit code too, and write it as JSON Lines', async () => {
    const whole = await run('check')
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out).toMatch(
      /^The audit trail is whole: 8 entries, the last has hash [\da-f]{64}\n$/,
    )
    const { code, out } = await run('export')
    const written = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: number })
    expect({ code, seqs: written.map(({ seq }) => seq) }).toEqual({
      code: 0,
      seqs: [1, 2, 3, 4, 5, 6, 7, 8],
    })
    await tamper.set(trail, { seq: 2 }, { userName: 'Somebody else' })
    expect(await run('check')).toMatchObject({
      code: 1,
      err: '✖ The audit trail is broken. Entry 2 was altered.\n',
    })
  })
})
