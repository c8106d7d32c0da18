import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { freePort } from '../../support/free-port.ts'
import { createHistory } from '../../support/history.ts'
import { freshDatabaseUrl, removeTestDatabases } from '../../support/test-database.ts'
import { startProcess } from '../start-process.ts'

type Server = Awaited<ReturnType<typeof startProcess>> & { name: string; origin: string }

const person = { email: 'first@qiao.example', password: 'a long password' }
let folder = ''
let servers: Server[] = []
let token = ''

/** What README promises of several processes. */
const history = createHistory({ slackMs: 1000 })

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-cache-'))
  const settings = {
    DATABASE_URL: freshDatabaseUrl(),
    PAYLOAD_SECRET: 'shared by both processes',
    QIAO_ADMIN_EMAIL: person.email,
    QIAO_ADMIN_PASSWORD: person.password,
    QIAO_DATA_DIR: folder,
  }
  const begin = async (name: string): Promise<Server> => {
    const port = await freePort()
    const server = await startProcess({ ...settings, PORT: String(port) })
    await server.ready
    return { ...server, name, origin: `http://127.0.0.1:${String(port)}` }
  }
  servers = [await begin('one'), await begin('two')]
  const login = await request(servers[0]!.origin).post('/api/users/login').send(person)
  token = login.body.token
})

afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGTERM')
    await server.ended
  }
  removeTestDatabases()
  rmSync(folder, { force: true, recursive: true })
})

type Sent = { body: object; method: 'patch' | 'post'; on: Server; to: string }

const send = async ({ body, method, on, to }: Sent) => {
  const sent = request(on.origin)[method](`/api/${to}`).set('Authorization', `JWT ${token}`)
  const answer = await sent.send(body)
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

const list = 'topics?locale=en&depth=0&limit=20'

const ask = async (on: Server, ids: readonly string[]) => {
  const askedAt = performance.now()
  const { body, headers } = await request(on.origin).get(`/api/${list}`)
  const docs: { id: string; title: string }[] = body.docs
  for (const id of ids) {
    const seen = docs.find((each) => each.id === id)?.title
    history.check({ askedAt, by: on.name, door: 'a list', name: id, seen })
  }
  return headers.etag
}

describe('two processes that remember answers', () => {
  it('show at once what they have written themselves, and within a second what the other has', async () => {
    const ids: string[] = []
    for (const number of [0, 1, 2]) {
      const title = `topic ${number}`
      const body = { title }
      const made = await send({ body, method: 'post', on: servers[0]!, to: 'topics?locale=en' })
      ids.push(made.doc.id)
      await history.write({
        by: 'one',
        name: made.doc.id,
        run: () => Promise.resolve(),
        seen: title,
      })
    }
    // From here on, both know of all of them.
    await vi.waitFor(async () => {
      const { body } = await request(servers[1]!.origin).get(`/api/${list}`)
      if (body.totalDocs !== 3) throw new Error('The other process does not show them.')
    }, 10_000)
    let isWriting = true
    const reading = servers.map(async (on) => {
      while (isWriting) await ask(on, ids)
    })
    const writing = async () => {
      for (let round = 0; round < 30; round++) {
        const on = servers[round % 2]!
        const id = ids[round % 3]!
        const title = `round ${round}`
        await history.write({
          by: on.name,
          name: id,
          run: () => send({ body: { title }, method: 'patch', on, to: `topics/${id}?locale=en` }),
          seen: title,
        })
        for (const each of servers) await ask(each, ids)
      }
      isWriting = false
    }
    await Promise.all([...reading, writing()])
    expect(history.faults.slice(0, 5)).toEqual([])
    console.log(
      `read cache: ${history.checked()} answers of two processes checked, at most ${history.behindMs()} ms behind`,
    )
    expect(history.checked()).toBeGreaterThan(180)
  }, 120_000)

  it('give the same content the same tag', async () => {
    await vi.waitFor(async () => {
      const tags = await Promise.all(servers.map((on) => ask(on, [])))
      expect(tags[0]).toMatch(/^"[\w-]{27}"$/)
      expect(tags[1]).toBe(tags[0])
    }, 10_000)
  })
})
