import { getIntrospectionQuery } from 'graphql'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>

const post = (body: object | string) =>
  request(server.app).post('/api/graphql').set('Content-Type', 'application/json').send(body)

beforeAll(async () => {
  server = await startTestApp()
  // The schema is made for the first request, which is none of those that are measured.
  await post({ query: '{ Topics { totalDocs } }' }).expect(200)
})

afterAll(async () => {
  await server.stop()
})

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ')

const fragments = (count: number, last: string): string =>
  `{ ...f0 } ${times(count, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} ${last}`

const nested = (levels: number): string =>
  `{ Program(id: "1") ${'{ parent '.repeat(levels)}{ id }${' }'.repeat(levels)} }`

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

const filtered = 'query ($where: Topic_where) { Topics(where: $where) { totalDocs } }'

const rich = 'mutation ($b: JSON) { createProgram(data: { title: "x", need: $b }) { id } }'

type Bomb = [name: string, body: object | string, code: RegExp | string]

const bombs: Bomb[] = [
  [
    'aliases',
    { query: `{ ${times(500, (i) => `a${i}: Topics { totalDocs }`)} }` },
    'too-many-tokens',
  ],
  [
    'fewer aliases',
    { query: `{ ${times(100, (i) => `a${i}: Topics { totalDocs }`)} }` },
    'too-many-aliases',
  ],
  [
    'aliases of one field',
    { query: `{ Topics { ${times(100, (i) => `a${i}: totalDocs`)} } }` },
    'too-many-aliases',
  ],
  [
    'questions',
    { query: `{ ${times(31, (i) => `a${i}: Topics { totalDocs }`)} }` },
    'too-many-root-fields',
  ],
  [
    'directives',
    { query: `{ __typename ${'@skip(if: false) '.repeat(100)} }` },
    'too-many-directives',
  ],
  ['unknown directives', { query: `{ __typename ${'@a '.repeat(900)} }` }, 'too-many-directives'],
  ['tokens', { query: `{ ${'a '.repeat(100_000)} }` }, 'too-many-tokens'],
  ['commas', { query: `{ ${'a '.repeat(3000)} }` }, 'too-many-tokens'],
  [
    'a fragment that spreads itself',
    { query: '{ ...f } fragment f on Query { ...f }' },
    'fragment-cycle',
  ],
  [
    'fragments that spread each other',
    { query: '{ ...f } fragment f on Query { ...g } fragment g on Query { ...f }' },
    'fragment-cycle',
  ],
  [
    '25 doubling fragments',
    { query: fragments(25, 'fragment f25 on Query { __typename }') },
    'too-many-fragments',
  ],
  [
    '150 doubling fragments',
    { query: fragments(150, 'fragment f150 on Query { __typename }') },
    'too-many-fragments',
  ],
  ['doubling fragments that end nowhere', { query: fragments(100, '') }, 'too-many-fragments'],
  ['nesting', { query: nested(30) }, 'too-deep'],
  ['nesting of 600 levels', { query: nested(600) }, 'too-deep'],
  [
    'the same field 1,900 times',
    { query: `{ ${'__typename '.repeat(1900)} }` },
    'too-many-root-fields',
  ],
  [
    'the same fields within each other',
    { query: `{ Program(id: "1") { ${'parent { id } '.repeat(450)} } }` },
    'validation-failed',
  ],
  [
    'an introspection of introspection',
    {
      query: `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
    },
    'introspection-too-large',
  ],
  [
    'twenty schemas at once',
    {
      query: `{ ${times(20, (i) => `a${i}: __schema { types { fields { name args { name } } inputFields { name } enumValues { name } } }`)} }`,
    },
    'introspection-too-large',
  ],
  ['a list of a million', { query: '{ Topics(limit: 1000000) { docs { id } } }' }, 'too-expensive'],
  [
    'a list of a million, as a variable',
    { query: 'query ($n: Int) { Topics(limit: $n) { docs { id } } }', variables: { n: 1e6 } },
    'too-expensive',
  ],
  [
    'lists within lists',
    {
      query:
        '{ Programs(limit: 100) { docs { briefs(limit: 100) { docs { programs { briefs { docs { id } } } } } } } }',
    },
    'too-expensive',
  ],
  [
    'all of all',
    {
      query:
        '{ Programs(limit: 0) { docs { briefs(limit: 100) { docs { programs { id title slug summary } } } } } }',
    },
    'too-expensive',
  ],
  [
    'variables of 10,000 levels',
    `{"query":${JSON.stringify(filtered)},"variables":{"where":${deep(10_000)}}}`,
    'input-too-deep',
  ],
  [
    'JSON of 10,000 levels in a mutation',
    `{"query":${JSON.stringify(rich)},"variables":{"b":${deep(10_000)}}}`,
    'input-too-deep',
  ],
  [
    'extensions of 10,000 levels',
    `{"query":"{ __typename }","extensions":{"a":${deep(10_000)}}}`,
    'input-too-deep',
  ],
  [
    'arguments of 500 levels',
    { query: `{ Topics(where: { AND: ${deep(500)} }) { totalDocs } }` },
    'input-too-deep',
  ],
  [
    'arguments of 100,000 levels',
    { query: `{ Topics(where: ${deep(100_000)}) { totalDocs } }` },
    /^too-(many-tokens|deep)$/,
  ],
  [
    'a body of 300 kB',
    { query: '{ __typename }', variables: { a: 'x'.repeat(300_000) } },
    'body-too-large',
  ],
  ['a name of 200 kB', { query: `{ ${'x'.repeat(200_000)} }` }, 'validation-failed'],
  [
    'unknown types',
    { query: `{ ${times(29, (i) => `... on NewsBriefe${i} { id }`)} }` },
    'validation-failed',
  ],
  [
    'unknown fields',
    { query: `{ ${times(600, (i) => `NewsBriefs${i}`)} }` },
    'too-many-root-fields',
  ],
  [
    'prototypes',
    '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"a":1}}}}',
    'bad-request',
  ],
]

describe('a query bomb', () => {
  it.each(bombs)('of %s is refused at once, and harms no one', async (_, body, code) => {
    const began = performance.now()
    const answer = await post(body).set('Accept', 'application/graphql-response+json')
    const ms = performance.now() - began
    expect(answer.body.errors?.[0]?.extensions.code, answer.text.slice(0, 500)).toMatch(
      code instanceof RegExp ? code : new RegExp(`^${code}$`),
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.data).toBeUndefined()
    // Stock Payload takes twenty seconds for some of them.
    expect(ms).toBeLessThan(2000)
    expect(Object.prototype).not.toHaveProperty('a')
    const next = await post({ query: '{ Topics { totalDocs } }' })
    expect(next.body).toEqual({ data: { Topics: { totalDocs: 0 } } })
  })
})

describe('a limit', () => {
  it('is named in the refusal with its value, what was asked and its setting', async () => {
    const query = `{ ${times(61, (i) => `a${i}: __typename`)} }`
    const [error] = (await post({ query }).expect(400)).body.errors
    expect(error.message).toMatch(
      /61 aliases; 60 are allowed here \(setting QIAO_GRAPHQL_ALIASES\)/,
    )
    expect(error.extensions).toMatchObject({
      code: 'too-many-aliases',
      limit: { allowed: 60, asked: 61, name: 'aliases', setting: 'QIAO_GRAPHQL_ALIASES' },
    })
  })

  it('names itself for bodies and tokens, too', async () => {
    const large = await post({ query: `{ a }${' '.repeat(300_000)}` }).expect(413)
    expect(large.body.errors[0].message).toContain('QIAO_GRAPHQL_BODY')
    expect(large.body.errors[0].extensions.limit).toMatchObject({ allowed: 256, name: 'body' })
    const long = await post({ query: `{ ${'a '.repeat(3000)} }` }).expect(400)
    expect(long.body.errors[0].message).toContain('QIAO_GRAPHQL_TOKENS')
  })

  it('leaves room for what code generators ask', async () => {
    const all = {
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
      schemaDescription: true,
      specifiedByUrl: true,
    }
    const answer = await post({ query: getIntrospectionQuery(all) }).expect(200)
    expect(answer.body.errors).toBeUndefined()
  })
})
