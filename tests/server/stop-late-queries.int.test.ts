import express from 'express'
import type { BasePayload } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let reads: Reads
let id = ''

type Reads = {
  /** How many calls for topics the database was given. */
  count: () => number
  /** Holds back the answer to the call with this number, counted from now. */
  holdBack: (number: number) => { isCalled: Promise<void>; release: () => void }
}

beforeAll(async () => {
  server = await startTestApp({ hasCache: false })
  // Before anything of the server wraps them: what is counted is what the database is really given.
  reads = countReads(server.payload)
  for (const title of ['One', 'Two', 'Three']) {
    const parent = await server.payload.create({
      collection: 'topics',
      data: { title },
      locale: 'en',
    })
    id = parent.id
    await server.payload.create({
      collection: 'topics',
      data: { parent: parent.id, title: `Below ${title}` },
      locale: 'en',
    })
  }
})

afterAll(async () => {
  await server.stop()
})

const calls = ['find', 'findOne', 'count', 'queryDrafts', 'create'] as const

const countReads = ({ db }: BasePayload): Reads => {
  let count = 0
  let held: undefined | { at: number; called: () => void; gate: Promise<void> }
  for (const name of calls) {
    const call = (db[name] as (...args: unknown[]) => Promise<unknown>).bind(db)
    const counting = async (...args: unknown[]): Promise<unknown> => {
      // The audit trail reads for itself, every second.
      if ((args[0] as { collection?: unknown }).collection !== 'topics') return call(...args)
      count += 1
      if (count === held?.at) {
        held.called()
        await held.gate
      }
      return call(...args)
    }
    Object.assign(db, { [name]: counting })
  }
  return {
    count: () => count,
    holdBack: (number) => {
      let release = (): void => undefined
      let called = (): void => undefined
      const gate = new Promise<void>((resolve) => (release = resolve))
      const isCalled = new Promise<void>((resolve) => (called = resolve))
      held = { at: count + number, called, gate }
      return { isCalled, release }
    },
  }
}

/** GraphQL alone, whose queries may run for so many seconds. */
const withTimeout = async (timeout: number) => {
  const { env } = await import('../../src/env.ts')
  const { createGraphqlHandler } =
    await import('../../src/server/graphql/create-graphql-handler.ts')
  const { readGraphqlBody } = await import('../../src/server/graphql/read-graphql-body.ts')
  const limits = { ...env.graphql.limits, timeout }
  const graphql = { ...env.graphql, limits }
  const app = express()
  app.use(readGraphqlBody(graphql))
  app.use(createGraphqlHandler({ env: { ...env, graphql }, payload: server.payload }))
  return (query: string) => request(app).post('/').send({ query })
}

const nested = '{ Topics(locale: en) { docs { title parent { title } } } }'

/** The one field of it reads what may be read of the document, and then what may be done with it. */
const access = () => `{ docAccessTopic(id: "${id}") { read { permission } } }`

describe('a query that runs too long', () => {
  it.each([
    ['of many fields', () => nested],
    ['of one field that reads several times', access],
  ])('%s is answered with the limit, and reads nothing more', async (_, query) => {
    const patient = await withTimeout(60)
    const before = reads.count()
    const whole = await patient(query()).expect(200)
    expect(whole.body.errors).toBeUndefined()
    const needed = reads.count() - before
    expect(needed).toBeGreaterThan(1)

    const hasty = await withTimeout(0.3)
    const first = reads.holdBack(1)
    const answer = await hasty(query())
    expect(answer.status).toBe(503)
    const [error] = answer.body.errors
    expect(error.extensions).toMatchObject({
      code: 'timeout',
      limit: { allowed: 0.3, name: 'timeout', setting: 'QIAO_GRAPHQL_TIMEOUT' },
    })
    expect(error.message).toContain('QIAO_GRAPHQL_TIMEOUT')
    expect(answer.body.data).toBeUndefined()

    const stopped = reads.count()
    first.release()
    // Two whole queries take longer than what is left of the first one would.
    await patient(query()).expect(200)
    await patient(query()).expect(200)
    expect(reads.count() - stopped).toBe(2 * needed)
  })

  it('does not stop the next one', async () => {
    const hasty = await withTimeout(0.3)
    const { release } = reads.holdBack(1)
    await hasty(nested).expect(503)
    release()
    await hasty('{ Topics { totalDocs } }').expect(200)
  })
})

describe('a mutation that runs too long', () => {
  it('ends the field it is at, whole, and begins no other', async () => {
    const login = async () => {
      await server.payload.create({
        collection: 'users',
        data: { email: 'a@example.org', name: 'A', password: 'long enough', roles: ['admin'] },
      })
      const answer = await request(server.app)
        .post('/api/users/login')
        .send({ email: 'a@example.org', password: 'long enough' })
      return `JWT ${answer.body.token}`
    }
    const token = await login()
    const hasty = await withTimeout(0.3)
    const { isCalled, release } = reads.holdBack(1)
    const asked = hasty(`mutation {
      a: createTopic(data: { title: "First" }) { title }
      b: createTopic(data: { title: "Second" }) { title }
    }`)
      .set('Authorization', token)
      .then((answer) => answer)
    await isCalled
    // The clock of this process, so that the limit is over when the first field goes on.
    const endsAt = performance.now() + 400
    while (performance.now() < endsAt) await new Promise((resolve) => setImmediate(resolve))
    release()
    const answer = await asked
    expect(answer.status).toBe(503)
    expect(answer.body.errors[0].extensions.code).toBe('timeout')
    const written = await server.payload.find({
      collection: 'topics',
      locale: 'en',
      where: { title: { in: ['First', 'Second'] } },
    })
    expect(written.docs.map(({ title }) => title)).toEqual(['First'])
  })
})
