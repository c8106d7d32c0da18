import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startStandaloneMongodb } from '../support/standalone-mongodb.ts'
import { startProcess } from './start-process.ts'

let folder = ''
let taken: Server
let takenPort = 0
let standalone: Awaited<ReturnType<typeof startStandaloneMongodb>>

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-refusal-'))
  taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  takenPort = typeof address === 'object' && address ? address.port : 0
  standalone = await startStandaloneMongodb()
  const newer = createClient({ url: `file:${path.join(folder, 'newer.db')}` })
  await newer.executeMultiple(
    "CREATE TABLE payload_migrations (name text); INSERT INTO payload_migrations VALUES ('29990101_000000_later')",
  )
  newer.close()
})

afterAll(() => {
  taken.close()
  standalone.stop()
  rmSync(folder, { force: true, recursive: true })
})

const refusals: Array<{
  nodeArgs?: string[]
  says: RegExp
  settings: () => Record<string, string>
  what: string
}> = [
  { says: /PORT must be a number/, settings: () => ({ PORT: 'eighty' }), what: 'a bad port' },
  {
    says: /DATABASE_URL must begin with file:.*mongodb:/,
    settings: () => ({ DATABASE_URL: 'mysql://localhost/qiao' }),
    what: 'an unknown database scheme',
  },
  {
    says: /PAYLOAD_SECRET must be set in production with MongoDB/,
    settings: () => ({ DATABASE_URL: 'mongodb://127.0.0.1:1/qiao' }),
    what: 'no secret in production with MongoDB',
  },
  {
    says: /Port \d+ is in use.*set PORT to a free port/,
    settings: () => ({ PORT: String(takenPort) }),
    what: 'a port in use',
  },
  {
    says: /data directory .* cannot be written to.*QIAO_DATA_DIR/,
    settings: () => {
      const file = path.join(folder, 'a-file')
      writeFileSync(file, '')
      return { QIAO_DATA_DIR: path.join(file, 'data') }
    },
    what: 'a data directory that cannot be',
  },
  {
    says: /data directory \/sys\/qiao cannot be written to.*QIAO_DATA_DIR/,
    settings: () => ({ QIAO_DATA_DIR: '/sys/qiao' }),
    what: 'a data directory that not even root can make',
  },
  {
    says: /data directory \/proc\/qiao\/data cannot be written to.*QIAO_DATA_DIR/,
    settings: () => ({ QIAO_DATA_DIR: '/proc/qiao/data' }),
    what: 'a data directory where making one never ends',
  },
  {
    says: /data directory .* cannot be written to.*QIAO_DATA_DIR/,
    settings: () => {
      const link = path.join(folder, 'a-link')
      symlinkSync(path.join(folder, 'nowhere'), link)
      return { QIAO_DATA_DIR: link }
    },
    what: 'a data directory that is a link to nowhere',
  },
  {
    says: /folder .*missing of the database file does not exist.*DATABASE_URL/,
    settings: () => ({ DATABASE_URL: `file:${path.join(folder, 'missing', 'x.db')}` }),
    what: 'a database file in a folder that does not exist',
  },
  {
    says: /folder \/sys of the database file .* cannot be written to.*DATABASE_URL/,
    settings: () => ({ DATABASE_URL: 'file:/sys/x.db' }),
    what: 'a database file in a folder that cannot be written to',
  },
  {
    says: /newer than this code \(it holds the migration 29990101_000000_later\)/,
    settings: () => ({ DATABASE_URL: `file:${path.join(folder, 'newer.db')}` }),
    what: 'a database newer than the code',
  },
  {
    says: /replica set/,
    settings: () => ({ DATABASE_URL: standalone.url, PAYLOAD_SECRET: 'a secret for this test' }),
    what: 'a MongoDB without replica set',
  },
  {
    says: /QIAO_GRAPHQL_DOCUMENTS names has the entry list, which is no GraphQL document/,
    settings: () => {
      const file = path.join(folder, 'documents.json')
      writeFileSync(file, '{"list":"{ Topics {"}')
      return { QIAO_GRAPHQL: 'persisted', QIAO_GRAPHQL_DOCUMENTS: file }
    },
    what: 'a list of GraphQL documents with a broken one',
  },
  {
    nodeArgs: [],
    says: /--conditions=production/,
    settings: () => ({}),
    what: 'a Node without the condition the editor needs',
  },
]

describe('a start with wrong settings', () => {
  it.each(refusals)('ends with one sentence: $what', async ({ nodeArgs, says, settings }) => {
    const dataDir = path.join(folder, 'untouched')
    const { ended } = await startProcess(
      { PORT: '0', QIAO_DATA_DIR: dataDir, ...settings() },
      nodeArgs ? { nodeArgs } : {},
    )
    const { code, output } = await ended
    expect(code).toBe(1)
    expect(output).toMatch(says)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(folder)).not.toContain('untouched')
    expect(readdirSync(folder)).not.toContain('missing')
  })
})
