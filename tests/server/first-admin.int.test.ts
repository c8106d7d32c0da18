import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { freshDatabaseUrl, removeTestDatabases } from '../support/test-database.ts'
import { startProcess } from './start-process.ts'

let folder = ''
let settings: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-first-'))
  settings = {
    DATABASE_URL: freshDatabaseUrl(),
    PAYLOAD_SECRET: 'a secret for this test',
    QIAO_DATA_DIR: folder,
  }
})

afterAll(() => {
  removeTestDatabases()
  rmSync(folder, { force: true, recursive: true })
})

/** Starts, asks, and stops; answers with what was printed. */
const start = async (ask: (origin: string, output: string) => Promise<void>) => {
  const port = String(await freePort())
  const server = await startProcess({ ...settings, PORT: port })
  await server.ready
  try {
    await ask(`http://127.0.0.1:${port}`, server.output())
  } finally {
    server.kill('SIGTERM')
    await server.ended
  }
  return server.output()
}

const post = async (url: string, body: object) =>
  fetch(url, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })

describe('the first start without demo content', () => {
  it('makes an administrator, shows the password, and is open to no stranger', async () => {
    await start(async (origin, output) => {
      const password = /password (\S+) \(shown this once\)/.exec(output)?.[1]
      expect(output).toContain('admin@qiao.example')
      const stranger = { email: 'me@example.org', name: 'Me', password: 'a password of mine' }
      expect((await post(`${origin}/api/users/first-register`, stranger)).status).toBe(403)
      const signedIn = await post(`${origin}/api/users/login`, {
        email: 'admin@qiao.example',
        password,
      })
      expect(signedIn.status).toBe(200)
      expect(await signedIn.json()).toMatchObject({ user: { roles: ['admin'] } })
    })
  })

  it('is the only one that does', async () => {
    const output = await start(async () => undefined)
    expect(output).not.toContain('password')
  })

  it('makes the data directory, also where the secret is kept elsewhere', async () => {
    const server = await startProcess({
      PAYLOAD_SECRET: 'a secret for this test',
      PORT: String(await freePort()),
      QIAO_DATA_DIR: path.join(folder, 'new'),
    })
    await server.ready
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(readdirSync(path.join(folder, 'new'))).toContain('qiao.db')
  })
})
