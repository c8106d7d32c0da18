import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startProcess } from './start-process.ts'

let folder = ''
let taken: Server
let takenPort = 0

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-refusal-'))
  taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  takenPort = typeof address === 'object' && address ? address.port : 0
})

afterAll(() => {
  taken.close()
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
  })
})
