import { afterAll, beforeAll, describe, it } from 'vitest'

import { json, nest, startHostileServer } from '../support/hostile-server.ts'

let server: Awaited<ReturnType<typeof startHostileServer>>
let editor: { Authorization: string }

beforeAll(async () => {
  server = await startHostileServer()
  ;({ editor } = server)
})

afterAll(async () => {
  await server.stop()
})

describe('a body', () => {
  const deep = nest(10_000, { close: '}', inner: '1', open: '{"a":' })
  const bodies: [string, string][] = [
    ['10,000 levels of objects', deep],
    ['10,000 levels of lists', `{"a":${nest(10_000, { close: ']', inner: '1', open: '[' })}}`],
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
      for (const path of [`/api/programs/${server.id}?draft=true`, `/api/topics/${server.id}`])
        await server.expectNoFailure(path, json(body, { method: 'PATCH' }))
      for (const path of ['/api/programs?draft=true', '/api/topics', '/api/users/login'])
        await server.expectNoFailure(path, json(body, { headers: editor }))
      for (const action of ['publish', 'schedule', 'submit', 'restore'])
        await server.expectRefused(
          `/api/programs/${server.id}/${action}`,
          json(body, { headers: editor }),
        )
      await server.expectNoFailure(
        '/api/graphql',
        json(
          `{"query":"query ($a: Program_where) { Programs(where: $a) { totalDocs } }","variables":${body}}`,
        ),
      )
    },
  )

  it.each([
    ['__proto__', '{"__proto__":{"polluted":1}}'],
    ['10,000 levels', deep],
    ['a NUL', String.raw`{"title":"a\u0000b"}`],
    ['a lone surrogate', String.raw`{"title":"\ud800"}`],
    ['an empty date', '{"start":{"date":""}}'],
    ['a date that is none', '{"figures":[{"asOf":{"date":"soon"}}]}'],
    ['a number that is none', '{"figures":[{"value":"many"}]}'],
  ])('with %s is refused, with a reason', async (_what, body) => {
    await server.expectRefused('/api/programs?draft=true', json(body, { headers: editor }))
    await server.expectRefused(
      `/api/programs/${server.id}?draft=true`,
      json(body, { headers: editor, method: 'PATCH' }),
    )
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
      await server.expectNoFailure(path, {
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
      await server.expectRefused(`/api/programs/${server.id}`, json(body, { headers }))
    for (const body of ['{"__proto__":{"depth":9}}', deep])
      await server.expectRefused(`/api/programs/${server.id}`, json(body, { headers }))
  })

  it('that changes or deletes is not for an empty filter', async () => {
    const headers = editor
    await server.expectRefused('/api/programs?where=', { headers, method: 'DELETE' })
    await server.expectRefused('/api/programs?where=', json('{}', { headers, method: 'PATCH' }))
  })
})
