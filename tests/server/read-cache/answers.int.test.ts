import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Express } from 'express'
import request from 'supertest'

import { makeKey } from '../../support/make-key.ts'
import { signIn } from '../../support/sign-in.ts'
import { buildSmallWorld } from '../../support/small-world.ts'
import { startTestApp } from '../../support/test-app.ts'
import { untilCurrent } from '../../support/cache-of.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let app: Express
let admin: { Authorization: string }
let stats: Awaited<ReturnType<typeof untilCurrent>>

beforeAll(async () => {
  server = await startTestApp()
  app = server.app
  await buildSmallWorld(server.payload)
  admin = await signIn({ payload: server.payload, role: 'admin' })
  // The schema is made now, which holds up everything else.
  await request(app).post('/api/graphql').send({ query: '{ __typename }' })
  stats = await untilCurrent(app)
})

afterAll(async () => {
  await server.stop()
})

const list = '/api/news-briefs?locale=zh&limit=3&depth=1'

/** An answer as it travels. */
const raw = async (encoding: string) => {
  const listening = app.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const asked = get({ headers: { 'Accept-Encoding': encoding }, path: list, port })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await buffer(answer)
  listening.close()
  return { body, headers: answer.headers }
}

/** How many answers came from memory, and how many did not. */
const counted = async (run: () => Promise<unknown>) => {
  const before = stats()
  await run()
  const after = stats()
  return { hits: after.hits - before.hits, misses: after.misses - before.misses }
}

const graphql = (query: string) => `/api/graphql?query=${encodeURIComponent(query)}`

const doors = [
  list,
  '/api/programs?locale=en&depth=0&select[title]=true',
  '/api/programs/count?locale=en',
  '/api/topics?locale=all',
  '/api/globals/organization?locale=en',
  graphql(
    '{ Programs(locale: en, limit: 2) { totalDocs docs { title partners { partner { name } } } } }',
  ),
  graphql('{ countStories(locale: en) { totalDocs } Organization(locale: zh) { siteName } }'),
]

describe('an answer from memory', () => {
  it.each(doors)('is the same as the one before it: %s', async (door) => {
    // MongoDB may tell late of what was written before, and the answer is then made anew.
    const first = await vi.waitFor(async () => {
      const answer = await request(app).get(door).expect(200)
      const found = await counted(async () => {
        const second = await request(app).get(door).expect(200)
        expect(second.text).toBe(answer.text)
        const leave = ({ headers: { date, 'x-request-id': id, ...rest } }: typeof answer) => [
          Boolean(date && id),
          rest,
        ]
        expect(leave(second)).toEqual(leave(answer))
        expect(second.headers['x-request-id']).not.toBe(answer.headers['x-request-id'])
      })
      expect(found).toEqual({ hits: 1, misses: 0 })
      return answer
    })
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=0, must-revalidate, stale-while-revalidate=0',
      etag: expect.stringMatching(/^"[\w-]{27}(-gzip)?"$/),
      vary: expect.stringContaining('Accept-Encoding, Authorization, Cookie'),
    })
    expect(first.headers['surrogate-key']!.split(' ')).toEqual(
      first.headers['cache-tag']!.split(','),
    )
  })

  it('is asked for in any order of the parameters', async () => {
    await request(app).get('/api/stories?locale=en&depth=0&limit=2').expect(200)
    const found = await counted(() => request(app).get('/api/stories?limit=2&locale=en&depth=0'))
    expect(found).toEqual({ hits: 1, misses: 0 })
  })

  it('is 304 for whoever has it, in whatever encoding', async () => {
    const plain = request(app).get(list).set('Accept-Encoding', 'identity')
    const { headers } = await plain.expect(200)
    const tag = headers.etag!
    const compressed = tag.replace(/"$/, '-br"')
    for (const known of [tag, compressed, `W/${tag}`, `"other", ${tag}`, '*']) {
      const answer = await request(app).get(list).set('If-None-Match', known).expect(304)
      expect(answer.text).toBe('')
      expect(answer.headers).not.toHaveProperty('content-length')
      expect(answer.headers.vary).toBe(headers.vary)
    }
    await request(app).get(list).set('If-None-Match', '"other"').expect(200)
    await request(app).get(list).set('If-Modified-Since', new Date().toUTCString()).expect(200)
  })

  it('says a date once it is sure of it, and by that one is 304 as well', async () => {
    const path = '/api/topics?locale=en&depth=0&limit=1&sort=title'
    const ask = (headers: Record<string, string> = {}) => request(app).get(path).set(headers)
    const at = Date.now()
    try {
      const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
      vi.useFakeTimers({ now: Math.ceil(at / 1000) * 1000 + 700, toFake: ['Date'] })
      const first = await ask().expect(200)
      expect(first.headers).not.toHaveProperty('last-modified')
      await ask({ 'If-Modified-Since': new Date().toUTCString() }).expect(200)
      pass(7000)
      const { headers } = await ask().expect(200)
      const date = headers['last-modified']!
      expect(Date.parse(date)).toBeLessThanOrEqual(Date.now())
      expect(Date.parse(date)).toBeGreaterThan(Date.now() - 3000)
      const known = await ask({ 'If-Modified-Since': date }).expect(304)
      expect(known.headers).toMatchObject({ etag: headers.etag, 'last-modified': date })
      const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toUTCString()
      await ask({ 'If-Modified-Since': hours(-1) }).expect(200)
      await ask({ 'If-Modified-Since': hours(1) }).expect(200)
      await ask({ 'If-Modified-Since': 'no date' }).expect(200)
      // A tag tells more than a date.
      await ask({ 'If-Modified-Since': date, 'If-None-Match': '"other"' }).expect(200)
      /** Again and again, for MongoDB tells later what this process itself has written. */
      const dated = () =>
        vi.waitFor(async () => {
          pass(7000)
          const answer = await ask().expect(200)
          const said = answer.headers['last-modified']
          if (said === undefined) throw new Error('No date is said yet.')
          return said
        })
      // A topic that comes, and is gone again: the same content, and none of it is newer than before.
      const { payload } = server
      const { id } = await payload.create({ collection: 'topics', data: { title: 'AAA' } })
      const other = await ask({ 'If-Modified-Since': date }).expect(200)
      expect(other.text).toContain('AAA')
      const later = await dated()
      await payload.delete({ collection: 'topics', id })
      const back = await ask({ 'If-Modified-Since': later }).expect(200)
      expect(back.text).toBe(first.text)
      expect(Date.parse(await dated())).toBeGreaterThan(Date.parse(later))
    } finally {
      vi.useRealTimers()
    }
  })

  it('says the same to HEAD, asked first or later', async () => {
    for (const door of ['/api/awards?locale=en&depth=0', doors[5]!.replace('2', '3')]) {
      const first = await request(app).head(door).expect(200)
      const later = await request(app).get(door).expect(200)
      const again = await request(app).head(door).expect(200)
      for (const name of ['content-length', 'content-type', 'etag', 'vary']) {
        expect(first.headers[name], name).toBe(later.headers[name])
        expect(again.headers[name], name).toBe(later.headers[name])
      }
      expect(first.text).toBeUndefined()
    }
  })

  it('is compressed for those who can take it, soon after it was first asked for', async () => {
    const plain = await raw('identity')
    for (const [encoding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      await expect
        .poll(async () => (await raw(encoding)).headers['content-encoding'])
        .toBe(encoding)
      const { body, headers } = await raw(encoding)
      expect(decode(body).equals(plain.body)).toBe(true)
      expect(Number(headers['content-length'])).toBe(body.length)
      expect(body.length).toBeLessThan(plain.body.length / 2)
      expect(headers.etag).toBe(plain.headers.etag!.replace(/"$/, `-${encoding}"`))
    }
    expect((await raw('gzip, deflate, br')).headers['content-encoding']).toBe('br')
    expect((await raw('br;q=0, deflate')).headers).not.toHaveProperty('content-encoding')
  })

  it('is in the language that was settled on, whatever the header looks like', async () => {
    const ask = (accepted: string) =>
      request(app).get('/api/stories?locale=auto&depth=0').set('Accept-Language', accepted)
    const chinese = await ask('zh-CN').expect(200)
    expect(chinese.headers.vary).toContain('Accept-Language')
    const found = await counted(async () => {
      expect((await ask('zh-Hant-TW, fr;q=0.3')).text).toBe(chinese.text)
      expect((await ask('en')).text).not.toBe(chinese.text)
    })
    expect(found).toEqual({ hits: 1, misses: 1 })
  })

  it('of GraphQL is of the type that is accepted, and asked for with POST as well', async () => {
    const query = '{ Topics(locale: en, limit: 2) { docs { title } } }'
    for (const ask of [
      () => request(app).get(graphql(query)),
      () => request(app).post('/api/graphql').send({ query }),
    ]) {
      const first = await ask().expect(200)
      const found = await counted(async () => {
        expect((await ask()).text).toBe(first.text)
        const other = await ask().set('Accept', 'application/graphql-response+json')
        expect(other.headers['content-type']).toContain('graphql-response')
        expect(first.headers.vary).toContain('Accept,')
      })
      expect(found.hits).toBe(1)
    }
  })

  it('is made once for all who ask at the same moment', async () => {
    const door = '/api/partner-profiles?locale=en&depth=2&limit=7'
    const found = await counted(async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => request(app).get(door)))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    })
    expect(found.misses).toBe(1)
  })
})

describe('not remembered is', () => {
  const secret = 'private, no-store'

  it('what somebody is shown who is known, or asks for drafts', async () => {
    const { headers } = await makeKey({ admin, app, options: {} })
    const asked: Record<string, string>[] = [admin, headers, { Cookie: 'payload-token=x' }]
    for (const sent of asked) {
      const entries = stats().entries
      const answer = await request(app).get('/api/awards?limit=4').set(sent).expect(200)
      expect(answer.headers['cache-control']).toBe(secret)
      expect(answer.headers).not.toHaveProperty('surrogate-key')
      expect(stats().entries).toBe(entries)
    }
    for (const door of [
      '/api/awards?limit=4&draft=true',
      '/api/awards?trash=true',
      '/api/users/me',
    ]) {
      const answer = await request(app).get(door)
      expect(answer.headers['cache-control'], door).toBe(secret)
    }
  })

  it('an error, and any question that is not understood', async () => {
    const entries = stats().entries
    for (let number = 0; number < 50; number++)
      await request(app).get(`/api/awards?x=${number}`).expect(400)
    await request(app).get('/api/awards/unknown').expect(404)
    await request(app).get(graphql('{ Nothing }'))
    await request(app).get(`${graphql('{ Topics { totalDocs } }')}&x=1`)
    expect(stats().entries).toBe(entries)
  })

  it('what GraphQL changes', async () => {
    const query = 'mutation { forgotPasswordUser(email: "nobody@qiao.example") }'
    const entries = stats().entries
    await request(app).post('/api/graphql').send({ query })
    await request(app).post('/api/graphql').send({ query })
    expect(stats().entries).toBe(entries)
  })
})
