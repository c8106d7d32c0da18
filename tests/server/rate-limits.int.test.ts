import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Express } from 'express'
import request, { type Test } from 'supertest'

import { makeKey } from '../support/make-key.ts'
import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let app: Express
let admin: { Authorization: string }
let minute = Date.now()

beforeAll(async () => {
  server = await startTestApp()
  const { env } = await import('../../src/env.ts')
  const { createApp } = await import('../../src/server/app.ts')
  const rateLimits = { client: 3, key: 5, signIn: 2 }
  // What is answered from memory is not counted.
  const cache = { ...env.cache, isOn: false }
  app = createApp({ env: { ...env, cache, rateLimits, trustProxy: 1 }, payload: server.payload })
  admin = await signIn({ payload: server.payload, role: 'admin' })
})

// Each test has a minute of its own, and all of it.
beforeEach(() => {
  minute += 60_000
  vi.useFakeTimers({ now: Math.ceil(minute / 60_000) * 60_000 + 1000, toFake: ['Date'] })
  return () => vi.useRealTimers()
})

afterAll(async () => {
  await server.stop()
})

const from = (address: string, asked: Test) => asked.set('X-Forwarded-For', address)
const list = (address: string) => from(address, request(app).get('/api/topics?depth=0'))

const statuses = async (times: number, ask: () => Test): Promise<number[]> => {
  const found: number[] = []
  for (let asked = 0; asked < times; asked++) found.push((await ask()).status)
  return found
}

describe('who asks too often', () => {
  it('is told how much is left, then refused until the minute ends, and only they', async () => {
    const first = await list('192.0.2.1').expect(200)
    expect(first.headers.ratelimit).toBe('"client"; r=2; t=59')
    expect(first.headers['ratelimit-policy']).toMatch(/^"client"; q=3; w=60/)
    await statuses(2, () => list('192.0.2.1'))
    const refused = await list('192.0.2.1').set('Origin', 'https://a.example').expect(429)
    expect(refused.headers['retry-after']).toBe('59')
    expect(refused.headers['access-control-allow-origin']).toBe('*')
    expect(refused.body).toEqual({
      errors: [{ code: 'too-many-requests', message: expect.stringContaining('Retry-After') }],
      requestId: refused.headers['x-request-id'],
    })
    await list('192.0.2.2').expect(200)
    vi.setSystemTime(Date.now() + 60_000)
    await list('192.0.2.1').expect(200)
  })

  it('is refused by GraphQL in its own shape', async () => {
    const ask = () => from('192.0.2.3', request(app).post('/api/graphql'))
    const asked = await statuses(3, () => ask().send({ query: '{ __typename }' }))
    expect(asked).toEqual([200, 200, 200])
    const { body } = await ask().send({ query: '{ __typename }' }).expect(429)
    expect(body.errors[0].extensions.code).toBe('too-many-requests')
  })

  it('is one client in all of an IPv6 net, and cannot make up addresses', async () => {
    expect(
      await statuses(4, () => list(`2001:db8:0:1::${Math.ceil(Math.random() * 9999)}`)),
    ).toEqual([200, 200, 200, 429])
    await list('198.51.100.1, 2001:db8:0:2::1').expect(429)
  })

  it('still gets health and preflights', async () => {
    await statuses(4, () => list('192.0.2.4'))
    await from('192.0.2.4', request(app).get('/health/live')).expect(200)
    await from('192.0.2.4', request(app).options('/api/topics'))
      .set('Access-Control-Request-Method', 'GET')
      .expect(204)
  })
})

describe('a budget of one’s own', () => {
  it('is what a key has, wherever it is used', async () => {
    const { headers } = await makeKey({ admin, app: server.app, options: {} })
    await statuses(4, () => list('192.0.2.5'))
    const asked = await statuses(6, () => list('192.0.2.5').set(headers))
    expect(asked).toEqual([200, 200, 200, 200, 200, 429])
    await list('192.0.2.6').set(headers).expect(429)
  })

  it('is what a person has who is signed in', async () => {
    await statuses(4, () => list('192.0.2.7'))
    const answer = await list('192.0.2.7').set(admin).expect(200)
    expect(answer.headers.ratelimit).toMatch(/^"key"/)
  })

  it('is not what a made-up key or token has', async () => {
    await statuses(4, () => list('192.0.2.8'))
    await list('192.0.2.8').set('Authorization', 'Bearer qiao_made-up').expect(429)
    const [header, claims] = admin.Authorization.slice(4).split('.')
    for (const signature of ['', 'AAAA', 'A'.repeat(43)])
      await list('192.0.2.8')
        .set('Authorization', `JWT ${header}.${claims}.${signature}`)
        .expect(429)
  })
})

describe('signing in', () => {
  const login = (address: string, email: string) =>
    from(address, request(app).post('/api/users/login')).send({ email, password: 'wrong' })

  it('has a limit for an address', async () => {
    const asked = await statuses(2, () => login('192.0.2.9', `${Math.random()}@qiao.example`))
    expect(asked).toEqual([401, 401])
    const { headers } = await login('192.0.2.9', 'x@qiao.example').expect(429)
    expect(headers['retry-after']).toBe('59')
    expect(headers.ratelimit).toContain('"sign-in"; r=0; t=59')
    await list('192.0.2.9').expect(429)
  })

  it('has a limit for an account, from wherever and however it is written', async () => {
    await login('192.0.2.10', 'someone@qiao.example').expect(401)
    await login('192.0.2.11', 'Someone@qiao.example ').expect(401)
    await login('192.0.2.12', 'someone@qiao.example').expect(429)
    const forgot = from('192.0.2.13', request(app).post('/api/users/forgot-password'))
    await forgot.send({ email: 'someone@qiao.example' }).expect(429)
    await login('192.0.2.14', 'another@qiao.example').expect(401)
  })

  it.each(['LOGIN', 'login/', 'reset-password', 'first-register', 'unlock', 'verify/x'])(
    'counts /users/%s, too',
    async (action) => {
      const ask = () => from('192.0.2.15', request(app).post(`/api/users/${action}`)).send({})
      await ask()
      await ask()
      await ask().expect(429)
    },
  )

  it('in GraphQL counts each of many attempts in one document', async () => {
    const attempts = Array.from(
      { length: 4 },
      (_, at) => `a${at}: loginUser(email: "${at}@qiao.example", password: "x") { token }`,
    )
    const { body, headers } = await from('192.0.2.16', request(app).post('/api/graphql'))
      .send({ query: `mutation { ${attempts.join(' ')} }` })
      .expect(200)
    const codes = body.errors.map((each: { extensions: { code: string } }) => each.extensions.code)
    expect(codes.filter((code: string) => code === 'too-many-requests')).toHaveLength(2)
    expect(headers['retry-after']).toBe('59')
  })
})
