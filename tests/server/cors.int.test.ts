import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Express } from 'express'
import request from 'supertest'

import { startTestApp } from '../support/test-app.ts'

const site = 'https://www.partner.example'
const stranger = 'https://stranger.example'

let server: Awaited<ReturnType<typeof startTestApp>>
let listing: Express

beforeAll(async () => {
  server = await startTestApp()
  const { env } = await import('../../src/env.ts')
  const { createApp } = await import('../../src/server/app.ts')
  listing = createApp({ env: { ...env, cors: [site] }, payload: server.payload })
})

afterAll(async () => {
  await server.stop()
})

const answers: [what: string, method: 'get' | 'post', path: string, status: number][] = [
  ['a list', 'get', '/api/news-briefs', 200],
  ['an unknown document', 'get', '/api/news-briefs/nothing', 404],
  ['an unknown address', 'get', '/api/nothing', 404],
  ['a wrong parameter', 'get', '/api/news-briefs?limit=many', 400],
  ['a body that is none', 'post', '/api/users/login', 415],
  ['GraphQL', 'get', '/api/graphql?query={__typename}', 200],
  ['GraphQL without a question', 'get', '/api/graphql', 400],
]

describe('without a list of origins', () => {
  it.each(answers)('%s may be read by every page, without cookies', async (...row) => {
    const [, method, path, status] = row
    const asked = request(server.app)[method](path).set('Origin', stranger)
    const { headers, ...answer } = await (method === 'post' ? asked.type('text').send('x') : asked)
    expect(answer.status).toBe(status)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers.vary ?? '').not.toMatch(/origin/i)
  })

  it('a page may read the headers that say how to go on', async () => {
    const { headers } = await request(server.app).get('/api/news-briefs').set('Origin', stranger)
    const exposed = String(headers['access-control-expose-headers']).split(',')
    expect(exposed).toEqual(
      expect.arrayContaining(['ETag', 'RateLimit', 'Retry-After', 'X-Request-Id']),
    )
  })
})

describe('with a list of origins', () => {
  it.each(answers)('%s may be read by a listed page, with cookies', async (...row) => {
    const [, method, path, status] = row
    const asked = request(listing)[method](path).set('Origin', site)
    const { headers, ...answer } = await (method === 'post' ? asked.type('text').send('x') : asked)
    expect(answer.status).toBe(status)
    expect(headers['access-control-allow-origin']).toBe(site)
    expect(headers['access-control-allow-credentials']).toBe('true')
    expect(headers.vary).toMatch(/origin/i)
  })

  it.each(answers)('%s may not be read by another page, and caches know', async (...row) => {
    const [, method, path] = row
    const asked = request(listing)[method](path).set('Origin', stranger)
    const { headers } = await (method === 'post' ? asked.type('text').send('x') : asked)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    expect(headers.vary).toMatch(/origin/i)
  })

  it('an answer to no page at all says that it depends on the page, too', async () => {
    const { headers } = await request(listing).get('/api/news-briefs').expect(200)
    expect(headers.vary).toMatch(/origin/i)
  })
})

describe('a preflight', () => {
  const preflight = (app: Express, path: string, origin: string) =>
    request(app)
      .options(path)
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'PATCH')
      .set('Access-Control-Request-Headers', 'authorization,content-type,if-match')

  it.each(['/api/news-briefs', '/api/news-briefs/x/publish', '/api/graphql', '/api/nothing'])(
    'for %s is answered with methods, headers and an age',
    async (path) => {
      const { headers } = await preflight(server.app, path, stranger).expect(204)
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['access-control-allow-methods']).toMatch(/PATCH/)
      expect(headers['access-control-max-age']).toBe('7200')
      const allowed = String(headers['access-control-allow-headers']).split(',')
      expect(allowed).toEqual(
        expect.arrayContaining([
          'Apollo-Require-Preflight',
          'Authorization',
          'Content-Type',
          'If-Match',
          'X-Preview-Token',
          'X-Request-Id',
        ]),
      )
    },
  )

  it('of a page that is not listed allows nothing', async () => {
    const { headers } = await preflight(listing, '/api/news-briefs', stranger).expect(204)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })
})
