import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { nest, startHostileServer } from '../support/hostile-server.ts'

let server: Awaited<ReturnType<typeof startHostileServer>>
let editor: { Authorization: string }

beforeAll(async () => {
  server = await startHostileServer()
  ;({ editor } = server)
})

afterAll(async () => {
  await server.stop()
})

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
      const text = await server.expectRefused(
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
    await server.expectRefused(`/api/programs?${query}`)
    await server.expectRefused(`/api/programs?${query}`, { headers: editor })
  })

  it('more than an address can hold is refused as it comes', async () => {
    const { status } = await server.ask(`/api/programs?${'a=1&'.repeat(5000)}`)
    expect(status).toBe(431)
    expect(
      (await server.ask(`/api/programs?where[title][like]=${'a'.repeat(100_000)}`)).status,
    ).toBe(431)
    await server.expectAsBefore()
  })

  it.each([
    ['5,000 parameters', 'a=1&'.repeat(5000)],
    ['a parameter of 100 kB', `sort=${'a'.repeat(100_000)}`],
    [
      'a filter of 10,000 levels',
      `where=${encodeURIComponent(nest(10_000, { close: ']}', inner: '{}', open: '{"and":[' }))}`,
    ],
    ['a filter of 10,000 levels in brackets', `where${'[and][0]'.repeat(10_000)}[title][equals]=a`],
  ])('in a body: %s', async (_what, body) => {
    for (const headers of [{}, editor])
      await server.expectRefused('/api/programs', {
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
      await server.expectNoFailure(`/api/programs?where[title][${operator}]=${bomb}`)
    const { text } = await server.ask('/api/programs?where[title][contains]=W.ter&locale=en')
    expect(JSON.parse(text).totalDocs).toBe(0)
    for (const operator of ['like', 'contains'])
      expect(
        (await server.ask(`/api/programs?where[title][${operator}]=.*&locale=en`)).text,
      ).toContain('"totalDocs":0')
  })

  it.each([
    'page=999999999&limit=500',
    'sort=-',
    'sort=',
    'where[title][equals]=',
    'select[title]=',
  ])('%s fails nothing', async (query) => {
    await server.expectNoFailure(`/api/programs?${query}`)
    await server.expectNoFailure(`/api/programs?${query}`, { headers: editor })
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
      const { status } = await server.expectNoFailure(path, { headers })
      if (!['/api//programs', '/api/programs//'].includes(path))
        expect(status).toBeGreaterThanOrEqual(400)
    }
  })
})
