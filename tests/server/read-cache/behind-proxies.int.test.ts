import { watchWrites } from '@qiao/committed-writes'
import { changeLocales } from '@qiao/locale-publishing'
import { type Change, changeOfWrites } from '@qiao/read-cache'
import type { Express } from 'express'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { cacheStats } from '../../../src/server/read-cache/cache-stats.ts'
import { untilCurrent } from '../../support/cache-of.ts'
import { type CachingProxy, installedProxies, startProxy } from '../../support/caching-proxy.ts'
import { listenTo } from '../../support/listening-app.ts'
import { makeKey } from '../../support/make-key.ts'
import { signIn } from '../../support/sign-in.ts'
import { buildSmallWorld, type SmallWorld } from '../../support/small-world.ts'
import { startTestApp } from '../../support/test-app.ts'

const origins = ['https://one.example', 'https://two.example']

/** What a server allows caches on the way, in seconds. */
const allowances = {
  aSecond: { sharedMaxAge: 1, staleWhileRevalidate: 0 },
  anHour: { sharedMaxAge: 3600, staleWhileRevalidate: 0 },
  nothing: { sharedMaxAge: 0, staleWhileRevalidate: 0 },
  twoSeconds: { sharedMaxAge: 1, staleWhileRevalidate: 1 },
}

type Behind = { app: Express; origin: string; proxies: Map<string, CachingProxy> }

let server: Awaited<ReturnType<typeof startTestApp>>
let world: SmallWorld
let signedIn: Record<string, string>[] = []
const behind = new Map<string, Behind>()
const stops: (() => Promise<void>)[] = []
/** What was written last, as this server's own cache is told of it. */
let lastChange: Change | undefined

const installed = installedProxies()
const kinds = ['plain', 'as recommended'] as const
const cases = installed.flatMap((program) => kinds.map((kind) => ({ kind, program })))
const nameOf = ({ kind, program }: (typeof cases)[number]) => `${program}, ${kind}`

beforeAll(async () => {
  server = await startTestApp()
  const { payload } = server
  world = await buildSmallWorld(payload)
  const admin = await signIn({ payload, role: 'admin' })
  const { headers } = await makeKey({ admin, app: server.app, options: {} })
  signedIn = [admin, headers, { Cookie: `payload-token=${admin.Authorization.slice(4)}` }]
  const { env } = await import('../../../src/env.ts')
  const { createApp } = await import('../../../src/server/app.ts')
  for (const [name, ages] of Object.entries(allowances)) {
    const cache = { ...env.cache, ...ages }
    const app = createApp({ env: { ...env, cache, cors: origins }, payload })
    await untilCurrent(app)
    const { close, url } = await listenTo(app)
    stops.push(close)
    const proxies = new Map<string, CachingProxy>()
    for (const each of cases) {
      const proxy = await startProxy({ ...each, origin: url })
      stops.push(proxy.stop)
      proxies.set(nameOf(each), proxy)
    }
    behind.set(name, { app, origin: url, proxies })
  }
  watchWrites(payload, {
    afterCommit: (writes) => {
      lastChange = changeOfWrites(writes) ?? lastChange
    },
    watches: () => true,
  })
})

afterAll(async () => {
  for (const stop of stops.reverse()) await stop()
  await server.stop()
})

const list = '/api/news-briefs?locale=en&depth=0'
const programs = '/api/programs?locale=en&depth=0&select[title]=true'

type Case = { allowed: keyof typeof allowances; of: (typeof cases)[number] }

/** Asks a proxy, and tells whether it has asked the server. */
const asker = ({ allowed, of }: Case) => {
  const { app, origin, proxies } = behind.get(allowed)!
  const { url } = proxies.get(nameOf(of))!
  const asked = () => {
    const { hits, joins, misses } = cacheStats(app)!
    return hits + joins + misses
  }
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const before = asked()
    const answer = await fetch(url + path, { headers, method })
    const text = await answer.text()
    return { headers: answer.headers, isKept: asked() === before, status: answer.status, text }
  }
  return Object.assign(ask, { origin, url })
}

const change = (action: 'publish' | 'unpublish', id: string) =>
  withConflictRetry(async () =>
    changeLocales(action, {
      collection: server.payload.collections['news-briefs'].config,
      id,
      locales: ['en'],
      overrideAccess: true,
      req: await createLocalReq({ locale: 'en' }, server.payload),
    }),
  )

let count = 0

const rename = async (id: string) => {
  const title = `Title ${(count += 1)}`
  const data = { _status: 'published' as const, title }
  await server.payload.update({ collection: 'news-briefs', data, id, locale: 'en' })
  return title
}

describe.each(cases)('$program, $kind', (of) => {
  it('shows each change at once by the settings as they come', async () => {
    const ask = asker({ allowed: 'nothing', of })
    const page = `/api/news-briefs/${world.brief}?locale=en&depth=0`
    for (let round = 0; round < 3; round++) {
      const title = await rename(world.brief)
      expect((await ask(list)).text).toContain(title)
      expect((await ask(page)).text).toContain(title)
      await change('unpublish', world.brief)
      expect((await ask(list)).text).not.toContain(title)
      expect(await ask(page)).toMatchObject({ status: 404 })
      await change('publish', world.brief)
      expect((await ask(list)).text).toContain(title)
      expect(await ask(page)).toMatchObject({ status: 200 })
    }
  })

  it.each(['aSecond', 'twoSeconds'] as const)(
    'shows what was so before for no longer than Cache-Control says: %s',
    async (allowed) => {
      const ask = asker({ allowed, of })
      const page = `/api/news-briefs/${world.brief}?locale=en&depth=0`
      const { sharedMaxAge, staleWhileRevalidate } = allowances[allowed]
      const { headers } = await ask(list)
      expect(headers.get('cache-control')).toContain(`s-maxage=${sharedMaxAge}`)
      await ask(page)
      const title = await rename(world.brief)
      const at = performance.now()
      await vi.waitFor(async () => expect((await ask(page)).text).toContain(title), {
        interval: 10,
        timeout: 10_000,
      })
      // nginx counts whole seconds.
      const allowedMs = 1000 * (sharedMaxAge + staleWhileRevalidate + 1)
      expect(performance.now() - at).toBeLessThan(allowedMs + 200)
      // It was there before the page, and nobody has asked for it since.
      if (staleWhileRevalidate === 0) expect((await ask(list)).text).toContain(title)
    },
  )

  it('answers by itself as the server does, in each encoding, 304 and HEAD', async () => {
    const ask = asker({ allowed: 'anHour', of })
    const compressed = (encoding: string) => ({ 'Accept-Encoding': encoding })
    const first = await fetch(ask.origin + list, { headers: compressed('identity') })
    const text = await first.text()
    for (const encoding of ['identity', 'gzip', 'br', 'br, gzip, deflate']) {
      const headers = compressed(encoding)
      if (encoding !== 'identity')
        await vi.waitFor(async () => {
          const { headers: sent } = await fetch(ask.origin + list, { headers })
          expect(sent.get('content-encoding')).not.toBeNull()
        })
      await ask(list, headers)
      const again = await ask(list, headers)
      expect(again).toMatchObject({ isKept: true, status: 200, text })
      expect(encoding).toContain(again.headers.get('content-encoding') ?? '')
      const etag = again.headers.get('etag')!
      expect(etag).toContain(first.headers.get('etag')!.slice(1, -1))
      const known = await ask(list, { ...headers, 'If-None-Match': etag })
      expect(known).toMatchObject({ isKept: true, status: 304, text: '' })
      expect(known.headers.get('etag')).toBe(etag)
      expect(known.headers.get('vary')).toBe(again.headers.get('vary'))
      expect(known.headers.get('cache-control')).toBe(again.headers.get('cache-control'))
      const other = { ...headers, 'If-None-Match': '"other"' }
      expect(await ask(list, other)).toMatchObject({ status: 200, text })
      const head = await ask(list, headers, 'HEAD')
      expect(head).toMatchObject({ isKept: true, status: 200, text: '' })
      expect(head.headers.get('etag')).toBe(etag)
    }
  })

  it('keeps apart what differs by language, type and origin', async () => {
    const ask = asker({ allowed: 'anHour', of })
    const auto = '/api/topics?locale=auto&depth=0'
    const query = encodeURIComponent('{ Topics(locale: en) { docs { title } } }')
    for (let round = 0; round < 2; round++) {
      for (const [language, title] of [
        ['zh-CN', 'topics zh'],
        ['en', 'topics en'],
      ] as const)
        expect((await ask(auto, { 'Accept-Language': language })).text).toContain(title)
      for (const type of ['application/json', 'application/graphql-response+json']) {
        const { headers } = await ask(`/api/graphql?query=${query}`, { Accept: type })
        expect(headers.get('content-type')).toContain(type)
      }
      for (const origin of [...origins, 'https://third.example']) {
        const { headers } = await ask(auto, { 'Accept-Language': 'en', Origin: origin })
        const allowed = headers.get('access-control-allow-origin')
        expect(allowed).toBe(origins.includes(origin) ? origin : null)
      }
    }
  })

  it('never keeps what one person is shown', async () => {
    const { payload } = server
    const secret = `Draft ${(count += 1)}`
    await payload.update({
      collection: 'news-briefs',
      data: { title: secret },
      draft: true,
      id: world.other,
      locale: 'en',
    })
    const ask = asker({ allowed: 'anHour', of })
    const page = `/api/news-briefs/${world.other}?locale=en&depth=0`
    const draft = `${page}&draft=true`
    for (let round = 0; round < 2; round++)
      for (const headers of signedIn) {
        const shown = await ask(draft, headers)
        expect(shown.headers.get('cache-control')).toBe('private, no-store')
        expect((await ask(page, headers)).headers.get('cache-control')).toBe('private, no-store')
        for (const path of [draft, page, list]) expect((await ask(path)).text).not.toContain(secret)
      }
    expect((await ask(draft, signedIn[0])).text).toContain(secret)
  })

  it('keeps neither errors nor files nor what is asked for with POST', async () => {
    const ask = asker({ allowed: 'anHour', of })
    const paths = ['/api/news-briefs/none', '/api/awards?x=1', '/api/openapi.json', '/robots.txt?x']
    for (const path of paths) {
      const { headers } = await ask(path)
      expect(headers.get('cache-control'), path).toBe('no-cache')
      expect(headers.get('x-cache'), path).not.toBe('HIT')
    }
  })
})

describe.each(
  cases.filter(({ kind, program }) => kind === 'as recommended' && program === 'varnishd'),
)('Varnish, as recommended', (of) => {
  const ban = async (url: string, key: string) => {
    const { status } = await fetch(url, { headers: { 'Surrogate-Key': key }, method: 'BAN' })
    return status
  }

  it('forgets what a write has touched, by the names that the answers have, and nothing else', async () => {
    const ask = asker({ allowed: 'anHour', of })
    const page = `/api/news-briefs/${world.brief}?locale=en&depth=0`
    const other = `/api/news-briefs/${world.other}?locale=en&depth=0`
    for (const path of [list, page, other, programs]) {
      await ask(path)
      expect((await ask(path)).isKept).toBe(true)
    }
    for (const write of [
      () => rename(world.brief),
      () => change('unpublish', world.brief),
      () => change('publish', world.brief),
    ]) {
      await write()
      expect(await ban(ask.url, [...lastChange!.slugs, ...lastChange!.tags].join(' '))).toBe(204)
      for (const path of [list, page]) {
        const shown = await ask(path)
        const { status, text } = await asker({ allowed: 'nothing', of })(path)
        expect(shown).toMatchObject(status === 200 ? { isKept: false, text } : { status })
      }
      for (const path of [other, programs]) expect((await ask(path)).isKept).toBe(true)
    }
  })

  it('takes nothing but names', async () => {
    const ask = asker({ allowed: 'anHour', of })
    await ask(programs)
    for (const key of ['.*', 'a|b', 'programs && obj.status == 200', '"', ''])
      expect(await ban(ask.url, key), key).toBe(400)
    expect((await ask(programs)).isKept).toBe(true)
  })
})

it('nothing is left untested that is installed here', () => {
  expect(behind.size).toBe(Object.keys(allowances).length)
  console.log(`read cache: ${installed.join(' and ') || 'no proxy'} in front`)
})
