import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { freshDatabaseUrl, removeTestDatabases } from '../support/test-database.ts'
import { startProcess } from './start-process.ts'

type Server = Awaited<ReturnType<typeof startProcess>> & { origin: string }

let folder = ''
let one: Server
let two: Server
let token = ''

const person = { email: 'first@qiao.example', password: 'a long password' }

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-two-'))
  const settings = {
    DATABASE_URL: freshDatabaseUrl(),
    PAYLOAD_SECRET: 'shared by both processes',
    QIAO_ADMIN_EMAIL: person.email,
    QIAO_ADMIN_PASSWORD: person.password,
    QIAO_DATA_DIR: folder,
  }
  const begin = async (): Promise<Server> => {
    const port = await freePort()
    const server = await startProcess({ ...settings, PORT: String(port) })
    return { ...server, origin: `http://127.0.0.1:${String(port)}` }
  }
  // At once, on a database that is not there yet.
  one = await begin()
  two = await begin()
  await Promise.all([one.ready, two.ready])
})

afterAll(async () => {
  for (const server of [one, two]) {
    server.kill('SIGTERM')
    await server.ended
  }
  removeTestDatabases()
  rmSync(folder, { force: true, recursive: true })
})

const send = async ({
  body,
  method = 'POST',
  on,
  to,
}: {
  body?: Record<string, unknown>
  method?: string
  on: Server
  to: string
}) => {
  const response = await fetch(`${on.origin}/api/${to}`, {
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { body: await response.json(), status: response.status }
}

describe('two processes on one database', () => {
  it('know the same people', async () => {
    const stranger = { email: 'stranger@example.org', name: 'Stranger', password: 'a password' }
    for (const on of [one, two]) {
      const registered = await send({ body: stranger, on, to: 'users/first-register' })
      expect(registered.status).toBe(403)
    }
    const login = await send({ body: person, on: one, to: 'users/login' })
    token = login.body.token
    const me = await send({ method: 'GET', on: two, to: 'users/me' })
    expect(me.body.user).toMatchObject({ email: person.email, roles: ['admin'] })
  })

  it('see at once what the other has saved', async () => {
    const title = 'Seen by both'
    const made = await send({ body: { title }, on: one, to: 'topics?locale=en' })
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    const seen = await send({ method: 'GET', on: two, to: `topics/${id}?locale=en` })
    expect(seen.body.title).toBe(title)
  })

  it('write two languages of one document at the same moment, and nothing is lost', async () => {
    const made = await send({ body: { title: 'Start' }, on: one, to: 'topics?locale=en' })
    const { id } = made.body.doc
    const rounds = Array.from({ length: 25 }, (_, round) => round)
    for (const round of rounds) {
      const answers = await Promise.all([
        send({
          body: { title: `en ${round}` },
          method: 'PATCH',
          on: one,
          to: `topics/${id}?locale=en`,
        }),
        send({
          body: { title: `中 ${round}` },
          method: 'PATCH',
          on: two,
          to: `topics/${id}?locale=zh`,
        }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const { body } = await send({ method: 'GET', on: one, to: `topics/${id}?locale=all` })
      expect(body.title).toEqual({ en: `en ${round}`, zh: `中 ${round}` })
    }
  })

  it('publish the same language at the same moment, and it is published once for both', async () => {
    for (let round = 0; round < 5; round++) {
      const story = { kind: 'success', title: `故事 ${round}` }
      const made = await send({ body: story, on: one, to: 'stories?locale=zh&draft=true' })
      const { id } = made.body.doc
      const answers = await Promise.all(
        [one, two].map((on) =>
          send({ body: { locales: ['zh'] }, on, to: `stories/${String(id)}/publish` }),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      for (const { body } of answers)
        expect(body.locales).toEqual({ en: 'not-started', zh: 'published' })
      const again = await send({ method: 'GET', on: two, to: `stories/${String(id)}/locales` })
      expect(again.body.locales).toEqual({ en: 'not-started', zh: 'published' })
    }
  })

  it('log no error for writes that met each other and were run again', () => {
    expect(one.output() + two.output()).not.toContain('"level":"error"')
  })
})
