import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestHandler } from 'express'
import request from 'supertest'

import { startTestApp } from '../support/test-app.ts'

type TestApp = Awaited<ReturnType<typeof startTestApp>>

let server: TestApp
const ask = () => request(server.app)

beforeAll(async () => {
  server = await startTestApp()
})

afterAll(async () => {
  await server.stop()
})

describe('the name of a request', () => {
  it('is the one the caller gave, when it is a sane one', async () => {
    const answer = await ask().get('/health/live').set('X-Request-Id', 'order-12345678')
    expect(answer.headers['x-request-id']).toBe('order-12345678')
  })

  it('is a new one, when the given one could forge a log line', async () => {
    const answer = await ask().get('/api/nothing').set('X-Request-Id', 'a b{"level":"error"}')
    expect(answer.headers['x-request-id']).toMatch(/^[\da-f]{8}-/)
    expect(answer.body.requestId).toBe(answer.headers['x-request-id'])
  })
})

describe('health', () => {
  it('is live, and ready when the database answers with every migration done', async () => {
    await ask().get('/health/live').expect(200, { status: 'live' })
    await ask()
      .get('/health/ready')
      .expect(200, { database: 'reachable', migrations: 'done', status: 'ready' })
  })
})

describe('a body', () => {
  const post = (type: string, body: string) =>
    ask().post('/api/users/login').set('Content-Type', type).send(body)

  it.each([
    ['malformed JSON', 'application/json', '{"email":', 400],
    ['JSON null', 'application/json', 'null', 400],
    ['a JSON list', 'application/json', '[]', 400],
    ['a type Payload does not read', 'text/xml', '<a/>', 415],
    ['a form', 'application/x-www-form-urlencoded', 'email=a', 415],
    ['multipart without a boundary', 'multipart/form-data', 'x', 400],
    ['multipart that breaks off', 'multipart/form-data; boundary=b', '--b\r\nContent-Dispo', 400],
    ['multipart with broken data', 'multipart/form-data; boundary=b', part('_payload', '{'), 400],
  ])('of %s is refused as the caller’s mistake', async (_what, type, body, status) => {
    const answer = await post(type, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({
      errors: [{ code: expect.any(String), message: expect.any(String) }],
      requestId: answer.headers['x-request-id'],
    })
  })

  it('above two megabytes is 413, whether its length was told or not', async () => {
    const large = JSON.stringify({ email: 'a'.repeat(2.1 * 1024 * 1024) })
    await post('application/json', large).expect(413)
    const streamed = ask().post('/api/users/login').set('Content-Type', 'application/json')
    streamed.write(large.slice(0, 1000))
    streamed.write(large.slice(1000))
    await expect(streamed).resolves.toMatchObject({ status: 413 })
  })
})

describe('a query', () => {
  it.each([
    ['where=x', 'where'],
    ['where=[1]', 'where'],
    ['where[and][0]=x', 'where'],
    ['where[title]=x', 'where'],
    ['limit=many', 'limit'],
    ['limit=-1', 'limit'],
    ['page=1.5', 'page'],
    ['depth=deep', 'depth'],
    ['select=title', 'select'],
    ['populate=x', 'populate'],
    ['sort[a]=b', 'sort'],
  ])('%s is 400 and names the parameter', async (query, field) => {
    const answer = await ask().get(`/api/news-briefs?${query}`).expect(400)
    expect(answer.body.errors[0].field).toBe(field)
  })

  it.each(['locale=fr', 'locale[]=en', 'fallback-locale=fr', 'fallbackLocale[]=fr'])(
    '%s is 400 and lists the known languages',
    async (query) => {
      const answer = await ask().get(`/api/news-briefs?${query}`).expect(400)
      expect(answer.body.errors[0].message).toMatch(/must be one of en, zh/)
    },
  )

  it('by a localized field needs no language', async () => {
    await ask().get('/api/news-briefs?where[title][like]=water').expect(200)
  })

  it('too long for an address travels as a POST that says it is a GET', async () => {
    const answer = await ask()
      .post('/api/news-briefs')
      .set('X-Payload-HTTP-Method-Override', 'GET')
      .type('form')
      .send('limit=3&locale=zh&depth=0')
      .expect(200)
    expect(answer.body.limit).toBe(3)
  })

  it('in such a POST without a body is the one of its address', async () => {
    const { body } = await ask().get('/api/news-briefs?locale=zh').expect(200)
    for (const type of ['application/x-www-form-urlencoded', 'application/json']) {
      const answer = await ask()
        .post('/api/news-briefs?locale=zh')
        .set({ 'Content-Type': type, 'X-HTTP-Method-Override': 'GET' })
        .expect(200)
      expect(answer.body).toEqual(body)
      expect(answer.get('Content-Language')).toBe('zh')
    }
  })

  it('in such a POST is checked like any other', async () => {
    await ask()
      .post('/api/news-briefs')
      .set('X-HTTP-Method-Override', 'GET')
      .send({ fallbackLocale: 'zh', locale: 'fr' })
      .expect(400)
  })
})

describe('an answer', () => {
  it('to a method that nothing answers names those that are there', async () => {
    for (const method of ['trace', 'propfind'] as const) {
      const answer = await ask()[method]('/api/programs').expect(405)
      expect(answer.body.errors[0].code).toBe('method-not-allowed')
      expect(answer.get('Allow')).toContain('PATCH')
    }
  })

  it('to HEAD is the one to GET without its body', async () => {
    const get = await ask().get('/api/news-briefs?locale=zh').expect(200)
    const head = await ask().head('/api/news-briefs?locale=zh').expect(200)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.text).toBeFalsy()
  })

  it.each(['/api/nothing', '/api/news-briefs/x/y/z', '/nothing', '/admin'])(
    'at the unknown address %s is a 404 in the one shape',
    async (path) => {
      const answer = await ask().get(path).expect(404)
      expect(answer.body.errors[0]).toMatchObject({ code: 'not-found' })
      expect(answer.body.requestId).toBe(answer.headers['x-request-id'])
    },
  )

  it.each([
    ['get', '/api/payload-migrations'],
    ['get', '/api/payload-migrations/count'],
    ['post', '/api/users/verify/abc'],
    ['post', '/api/users/VERIFY/abc/'],
    ['post', '/api/topics/verify/abc'],
  ] as const)('to %s %s, which no collection here has, is a 404', async (method, path) => {
    const answer = await ask()[method](path).expect(404)
    expect(answer.body.errors).toMatchObject([{ code: 'not-found' }])
  })

  it.each(['prefix=', 'prefix=x'])(
    'to a file by %s, which no file here has, is a 400',
    async (query) => {
      const answer = await ask().get(`/api/media/file/a.png?${query}`).expect(400)
      expect(answer.body.errors[0]).toMatchObject({ code: 'bad-request', field: 'prefix' })
    },
  )

  it('at the root leads to the admin UI, where there is one', async () => {
    await ask().get('/').expect(404)
    const { createApp } = await import('../../src/server/app.ts')
    const admin: RequestHandler = (_req, res) => void res.end('the admin UI')
    const withAdmin = request(createApp({ admin, payload: server.payload }))
    await withAdmin.get('/').expect(302).expect('Location', '/admin')
    await withAdmin.get('/admin').expect(200, 'the admin UI')
  })

  it('tells which fields are wrong where the admin UI looks for it', async () => {
    const answer = await ask()
      .post('/api/users/first-register')
      .send({ email: 'no address', password: 'long enough' })
      .expect(400)
    expect(answer.body.errors[0].code).toBe('invalid')
    expect(answer.body.errors[0].data.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'email' })]),
    )
  })

  it('carries security headers and no sign of the software', async () => {
    const { headers } = await ask().get('/api/news-briefs')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

function part(name: string, content: string): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n--b--\r\n`
}
