import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { countWithin } from '../../src/server/rate-limits/count-within.ts'
import { freePort } from '../support/free-port.ts'
import { freshDatabaseUrl, isMongodb, removeTestDatabases } from '../support/test-database.ts'
import { startProcess } from './start-process.ts'

type Server = Awaited<ReturnType<typeof startProcess>> & { origin: string }

const databaseUrl = freshDatabaseUrl()
let folder = ''
const servers: Server[] = []

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-counts-'))
  for (let started = 0; started < 2; started++) {
    const port = String(await freePort())
    const server = await startProcess({
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: 'shared by both processes',
      PORT: port,
      QIAO_DATA_DIR: folder,
      // What is answered from memory is not counted.
      QIAO_CACHE: 'off',
      QIAO_RATE_LIMIT: '1000',
    })
    servers.push({ ...server, origin: `http://127.0.0.1:${port}` })
    await server.ready
  }
})

afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGTERM')
    await server.ended
  }
  removeTestDatabases()
  rmSync(folder, { force: true, recursive: true })
})

/** How much is left, and when the minute ends. */
const ask = async ({ origin }: Server) => {
  const { headers } = await fetch(`${origin}/api/topics?depth=0`)
  const [, left, seconds] = /r=(\d+); t=(\d+)/.exec(headers.get('RateLimit') ?? '') ?? []
  const minute = Math.round((Date.now() / 1000 + Number(seconds)) / 60)
  return { left: Number(left), minute }
}

describe('two processes', () => {
  it('count together on MongoDB, and lose none of many requests at once', async () => {
    // The first of a new process takes so long that it may be counted in memory instead.
    for (const server of servers) await ask(server)
    const asked = Array.from({ length: 40 }, (_, at) => ask(servers[at % 2]!))
    const answers = await Promise.all(asked)
    // Usually one minute; two when it ended meanwhile.
    for (const minute of new Set(answers.map((each) => each.minute))) {
      const left = answers.filter((each) => each.minute === minute).map((each) => each.left)
      const processes = isMongodb(databaseUrl) ? 1 : 2
      const expected = Array.from(
        { length: left.length },
        (_, at) => Math.max(...left) - Math.floor(at / processes),
      )
      expect(left.sort((a, b) => b - a)).toEqual(expected)
    }
  })
})

describe('when requests cannot be counted', () => {
  it.each([
    ['because the database fails', () => Promise.reject(new Error('gone'))],
    ['because it does not answer', () => new Promise<never>(() => undefined)],
  ])('%s, they are counted in memory, and the log says so once', async (_why, counter) => {
    const said: unknown[] = []
    const count = countWithin(20, {
      counter,
      logger: { warn: (of: unknown) => said.push(of) } as never,
    })
    const begun = performance.now()
    const hits = []
    for (let counted = 0; counted < 3; counted++) hits.push((await count('someone')).hits)
    expect(hits).toEqual([1, 2, 3])
    expect(said).toHaveLength(1)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
