import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let listening: Server
let origin = ''
let editor: { Authorization: string }
let id = ''
let usual = ''

beforeAll(async () => {
  app = await startTestApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
  const program = await app.payload.create({
    collection: 'programs',
    data: {
      _status: 'published',
      kind: 'program',
      slug: 'water',
      status: 'active',
      title: 'Water',
    } as never,
    locale: 'en',
  })
  ;({ id } = program)
  listening = createServer(app.app)
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  usual = (await ask('/api/programs?locale=en&select[title]=true')).text
})

afterAll(async () => {
  listening.closeAllConnections()
  listening.close()
  await app.stop()
})

type Asked = { body?: BodyInit; headers?: Record<string, string>; method?: string }

const ask = async (path: string, asked: Asked = {}) => {
  const begun = performance.now()
  const response = await fetch(`${origin}${path}`, asked)
  return { ms: performance.now() - begun, status: response.status, text: await response.text() }
}

const json = (body: unknown, method = 'POST', headers: Record<string, string> = {}): Asked => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
  method,
})

/** Asks, and expects a refusal with a reason, in bounded time, after which all is as before. */
const expectRefused = async (path: string, asked?: Asked): Promise<string> => {
  const { ms, status, text } = await ask(path, asked)
  expect(status, text.slice(0, 300)).toBeGreaterThanOrEqual(400)
  expect(status, text.slice(0, 300)).toBeLessThan(500)
  expect(ms).toBeLessThan(3000)
  expect(JSON.parse(text).errors[0].message.length).toBeGreaterThan(5)
  await expectAsBefore()
  return text
}

/** Asks, and expects an answer or a refusal, whichever, but no failure. */
const expectNoFailure = async (path: string, asked?: Asked): Promise<number> => {
  const { ms, status, text } = await ask(path, asked)
  expect(status, `${path.slice(0, 200)} ${text.slice(0, 300)}`).toBeLessThan(500)
  expect(ms).toBeLessThan(3000)
  await expectAsBefore()
  return status
}

const expectAsBefore = async (): Promise<void> => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
  expect((await ask('/api/programs?locale=en&select[title]=true')).text).toBe(usual)
}

const nest = (levels: number, [open, close]: [string, string], inner: string): string =>
  open.repeat(levels) + inner + close.repeat(levels)

const long = 'a'.repeat(12_000)

describe('a parameter', () => {
  it.each([
    [
      'limit',
      ['1e309', '-1', '1.5', 'NaN', '0x10', '99999999999999999999', '%00', long, '1&limit=2'],
    ],
    ['depth', ['1e309', '-1', '1.5', 'NaN', '%00', '1&depth=2']],
    ['page', ['1e309', '-1', '1.5', 'NaN', '%00']],
    ['sort', ['%00', '__proto__', 'constructor', 'a.b.c.d', '$where', '%ED%A0%80', long]],
    ['locale', ['%00', '__proto__', 'constructor', 'EN', 'en&locale=zh', long]],
    [
      'where',
      [
        'x',
        '[]',
        'null',
        '1',
        '{',
        '{"$where":"sleep(1)"}',
        '{"title":{"$gt":""}}',
        '{"title":{"equals":{"$gt":""}}}',
        '{"__proto__":{"equals":1}}',
        '{"constructor":{"equals":1}}',
      ],
    ],
    ['select', ['x', 'true']],
    ['populate', ['x']],
    ['joins', ['x', 'true', '[]']],
    ['unknown', ['x']],
    ['__proto__', ['x']],
  ])('%s that is none is refused', async (name, values) => {
    for (const value of values) {
      const text = await expectRefused(
        `/api/programs?${name}=${value.includes('%') ? value : encodeURI(value).replaceAll('%20', ' ')}`,
      )
      expect(text).not.toMatch(/\.[jt]s:\d/)
    }
  })

  it.each([
    'where[$where][equals]=1',
    'where[title][$gt]=',
    'where[title][$regex]=a',
    'where[title][equals][$gt]=',
    'where[__proto__][equals]=1',
    'where[constructor][prototype][polluted]=1',
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    'select[__proto__][polluted]=true',
    'select[title]=perhaps',
    'populate[__proto__]=true',
    'populate[programs]=true',
    'joins[__proto__][limit]=1',
    'joins[briefs][limit]=x',
    'joins[briefs][limit]=-1',
    'joins[briefs][unknown]=1',
    'joins[briefs]=x',
    'sort=$natural',
    'sort[]=title&sort[][a]=b',
    'page=0',
    'where[title][equals]=%',
    'where[title][equals]=%zz',
    '%=1',
    'where[title][like]=%ED%A0%80',
    'where[title][equals]=%00',
    'where[title][in]=a%00,b',
    'draft=perhaps',
    'pagination=perhaps',
    'trash=perhaps',
    Array.from({ length: 1001 }, (_, at) => `a${at}=`).join('&'),
  ])('of a query: %s', async (query) => {
    await expectRefused(`/api/programs?${query}`)
    await expectRefused(`/api/programs?${query}`, { headers: editor })
  })

  it('more than an address can hold is refused as it comes', async () => {
    const { status } = await ask(`/api/programs?${'a=1&'.repeat(5000)}`)
    expect(status).toBe(431)
    expect((await ask(`/api/programs?where[title][like]=${'a'.repeat(100_000)}`)).status).toBe(431)
    await expectAsBefore()
  })

  it.each([
    ['5,000 parameters', 'a=1&'.repeat(5000)],
    ['a parameter of 100 kB', `sort=${'a'.repeat(100_000)}`],
    [
      'a filter of 10,000 levels',
      `where=${encodeURIComponent(nest(10_000, ['{"and":[', ']}'], '{}'))}`,
    ],
    ['a filter of 10,000 levels in brackets', `where${'[and][0]'.repeat(10_000)}[title][equals]=a`],
  ])('in a body: %s', async (_what, body) => {
    for (const headers of [{}, editor])
      await expectRefused('/api/programs', {
        body,
        headers: {
          ...headers,
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-HTTP-Method-Override': 'GET',
        },
        method: 'POST',
      })
  })

  it('by which a text is searched is no regular expression', async () => {
    const bomb = encodeURIComponent('^(a+)+$'.repeat(200))
    for (const operator of ['like', 'contains', 'not_like', 'equals'])
      await expectNoFailure(`/api/programs?where[title][${operator}]=${bomb}`)
    const { text } = await ask('/api/programs?where[title][contains]=W.ter&locale=en')
    expect(JSON.parse(text).totalDocs).toBe(0)
    for (const operator of ['like', 'contains'])
      expect((await ask(`/api/programs?where[title][${operator}]=.*&locale=en`)).text).toContain(
        '"totalDocs":0',
      )
  })

  it.each([
    'page=999999999&limit=500',
    'sort=-',
    'sort=',
    'where[title][equals]=',
    'select[title]=',
  ])('%s fails nothing', async (query) => {
    await expectNoFailure(`/api/programs?${query}`)
    await expectNoFailure(`/api/programs?${query}`, { headers: editor })
  })
})

describe('an address', () => {
  it.each([
    '/api/__proto__',
    '/api/constructor',
    '/api/prototype',
    '/api/__proto__/count',
    '/api/globals/__proto__',
    '/api/globals/constructor',
    '/api/programs/__proto__',
    '/api/programs/constructor',
    '/api/programs/%00',
    '/api/programs/%',
    '/api/programs/%zz',
    '/api/programs/%ED%A0%80',
    '/api/programs/..%2f..%2fusers',
    '/api/programs/%2e%2e%2fusers',
    '/api//programs',
    '//api/programs',
    '/api/programs//',
    '/api/programs/1%00',
    '/api/programs/$where',
    `/api/programs/${long}`,
    '/api/media/file/..%2f..%2fsecret',
    '/api/media/file/%2e%2e%2f%2e%2e%2fqiao.db',
    '/api/media/file/%00',
    '/api/programs/versions/%00',
    '/api/topics/versions',
    '/api/topics/versions/x',
    '/api/users/verify/%00',
  ])('%s is refused', async (path) => {
    for (const headers of [{}, editor]) {
      const status = await expectNoFailure(path, { headers })
      if (!['/api//programs', '/api/programs//'].includes(path))
        expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a body', () => {
  const deep = nest(10_000, ['{"a":', '}'], '1')
  const bodies: [string, string][] = [
    ['10,000 levels of objects', deep],
    ['10,000 levels of lists', `{"a":${nest(10_000, ['[', ']'], '1')}}`],
    ['__proto__', '{"__proto__":{"polluted":1},"title":"x"}'],
    ['constructor', '{"constructor":{"prototype":{"polluted":1}},"title":"x"}'],
    ['__proto__ within', '{"seo":{"__proto__":{"polluted":1}}}'],
    ['NUL in a text', String.raw`{"title":"a\u0000b"}`],
    ['NUL in a slug', String.raw`{"slug":"a\u0000b"}`],
    ['a lone surrogate', String.raw`{"title":"\ud800"}`],
    ['huge numbers', '{"figures":[{"value":1e309}]}'],
    ['operators', '{"title":{"$gt":""}}'],
    ['a list for a text', '{"title":["a"]}'],
    ['a text for a list', '{"figures":"a"}'],
    ['an object for an id', '{"topics":[{"$ne":1}]}'],
    ['an id that is none', '{"topics":["x"]}'],
    ['a text for a group', '{"seo":"x"}'],
    ['rich text that is none', '{"need":"x"}'],
    ['rich text without a root', '{"need":{"root":1}}'],
    [
      'rich text of odd nodes',
      '{"need":{"root":{"type":"root","children":[1,null,{"type":"x"}]}}}',
    ],
    ['null for everything', '{"title":null,"topics":null,"seo":null,"figures":null}'],
  ]

  it.each(bodies)(
    'with %s fails nothing, and is refused where it cannot be saved',
    async (_what, body) => {
      for (const path of [`/api/programs/${id}?draft=true`, `/api/topics/${id}`])
        await expectNoFailure(path, json(body, 'PATCH'))
      for (const path of ['/api/programs?draft=true', '/api/topics', '/api/users/login'])
        await expectNoFailure(path, json(body, 'POST', editor))
      for (const action of ['publish', 'schedule', 'submit', 'restore'])
        await expectRefused(`/api/programs/${id}/${action}`, json(body, 'POST', editor))
      await expectNoFailure(
        '/api/graphql',
        json({
          query: 'query ($a: Program_where) { Programs(where: $a) { totalDocs } }',
          variables: JSON.parse(body.replace('1e309', '1')),
        }),
      )
    },
  )

  it.each([
    ['__proto__', '{"__proto__":{"polluted":1}}'],
    ['10,000 levels', deep],
    ['a NUL', String.raw`{"title":"a\u0000b"}`],
    ['a lone surrogate', String.raw`{"title":"\ud800"}`],
  ])('with %s is refused, with a reason', async (_what, body) => {
    await expectRefused('/api/programs?draft=true', json(body, 'POST', editor))
    await expectRefused(`/api/programs/${id}?draft=true`, json(body, 'PATCH', editor))
  })

  it.each([
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"__proto__":{"polluted":1}}\r\n--b--\r\n',
    ],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a\u0000.png"\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n',
    ],
    ['multipart/form-data; boundary=b', '--b--'],
    ['multipart/form-data', ''],
    ['application/json; charset=utf-16', '{}'],
    ['text/plain', '{}'],
    ['application/xml', '<a/>'],
    ['nonsense', '{}'],
    ['application/json', '\u0000'],
    ['application/json', '{"a":1}{"b":2}'],
  ])('of type %s: %j', async (type, body) => {
    for (const path of ['/api/media', '/api/programs', '/api/users/login', '/api/graphql'])
      await expectNoFailure(path, {
        body,
        headers: { ...editor, 'Content-Type': type },
        method: 'POST',
      })
  })

  it('of a query in JSON is checked like the one of an address', async () => {
    const headers = { 'X-HTTP-Method-Override': 'GET' }
    for (const body of [
      { depth: 'x' },
      { depth: -1 },
      { select: 'x' },
      { joins: 5 },
      { unknown: 1 },
      { populate: [1] },
    ])
      await expectRefused(`/api/programs/${id}`, json(body, 'POST', headers))
    for (const body of ['{"__proto__":{"depth":9}}', deep])
      await expectRefused(`/api/programs/${id}`, json(body, 'POST', headers))
  })
})
