import { serverAudits } from 'graphql-http'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { errorCodes } from '../../src/server/graphql/error-codes.ts'
import { startListeningApp } from '../support/listening-app.ts'

let server: Awaited<ReturnType<typeof startListeningApp>>

beforeAll(async () => {
  server = await startListeningApp()
})

afterAll(async () => {
  await server.stop()
})

type Answer = {
  body: {
    data?: Record<string, unknown> | null
    errors?: { extensions: Record<string, unknown>; message: string }[]
  }
  code?: unknown
  headers: Headers
  status: number
  type: null | string
}

const ask = async (options: RequestInit, search = ''): Promise<Answer> => {
  const answer = await fetch(`${server.url}/api/graphql${search}`, options)
  const text = await answer.text()
  const body = (text ? JSON.parse(text) : {}) as Answer['body']
  return {
    body,
    code: body.errors?.[0]?.extensions.code,
    headers: answer.headers,
    status: answer.status,
    type: answer.headers.get('Content-Type'),
  }
}

const json = { 'Content-Type': 'application/json' }
const modern = { ...json, Accept: 'application/graphql-response+json' }

const post = (body: unknown, headers: Record<string, string> = json) =>
  ask({
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
    method: 'POST',
  })

/** Every refusal has this one shape, as clients of GraphQL read it, and says nothing of the inside. */
const expectRefusal = ({ body, headers }: Answer): void => {
  expect(Object.keys(body)).toEqual(['errors'])
  for (const { extensions, message } of body.errors ?? []) {
    expect(extensions.requestId).toBe(headers.get('X-Request-Id'))
    expect(Object.keys(errorCodes)).toContain(extensions.code)
    expect(message).not.toMatch(/node_modules|at .*:\d+:\d+/)
    expect(JSON.stringify(extensions)).not.toMatch(/node_modules|stack/)
  }
}

describe('GraphQL over HTTP', () => {
  // All of them: those that MUST pass, those that SHOULD, and those that MAY.
  it.each(
    serverAudits({ url: () => `${server.url}/api/graphql` }).map(
      ({ fn, id, name }) => [name, id, fn] as const,
    ),
  )('%s (%s)', async (_name, _id, audit) => {
    const result = await audit()
    expect('reason' in result ? result.reason : '').toBe('')
    expect(result.status).toBe('ok')
  })

  it.each([
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    [
      'application/graphql-response+json, application/json;q=0.9',
      'application/graphql-response+json',
    ],
    ['application/json;q=0.5, application/graphql-response+json;q=0.1', 'application/json'],
    ['application/graphql-response+json; charset=utf-8', 'application/graphql-response+json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/*', 'application/json'],
  ])('answers %s with %s', async (accept, type) => {
    const answer = await post({ query: '{ __typename }' }, { ...json, Accept: accept })
    expect(answer).toMatchObject({ body: { data: { __typename: 'Query' } }, status: 200 })
    expect(answer.type).toBe(`${type}; charset=utf-8`)
    expect(answer.headers.get('Vary')).toContain('Accept')
  })

  it.each(['text/html', 'image/png, text/plain', 'application/json; charset=utf-16'])(
    'does not run what it cannot answer as %s',
    async (accept) => {
      const query = 'mutation { logoutUser }'
      const answer = await post({ query }, { ...json, Accept: accept })
      expect(answer).toMatchObject({ code: 'not-acceptable', status: 406 })
      expectRefusal(answer)
    },
  )

  it.each([
    ['no media type', '{"query":"{ __typename }"}', {}, 400, 'bad-request'],
    [
      'a form',
      'query={__typename}',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media-type',
    ],
    [
      'plain text',
      '{ __typename }',
      { 'Content-Type': 'text/plain' },
      415,
      'unsupported-media-type',
    ],
    [
      'another encoding',
      '{"query":"{ __typename }"}',
      { 'Content-Type': 'application/json; charset=utf-16' },
      415,
      'unsupported-media-type',
    ],
    ['no body', '', json, 400, 'bad-request'],
    ['broken JSON', '{"query":', json, 400, 'malformed-json'],
    ['null', 'null', json, 400, 'bad-request'],
    ['a string', '"{ __typename }"', json, 400, 'bad-request'],
    ['a batch', '[{"query":"{ __typename }"}]', json, 400, 'batch-refused'],
    ['no query', '{}', json, 400, 'bad-request'],
    ['a query of null', '{"query":null}', json, 400, 'bad-request'],
    ['an empty query', '{"query":""}', json, 400, 'syntax-error'],
    ['a query that is a list', '{"query":["{ __typename }"]}', json, 400, 'bad-request'],
    [
      'variables that are text',
      '{"query":"{ __typename }","variables":"{}"}',
      json,
      400,
      'bad-request',
    ],
    [
      'an operation that is a number',
      '{"query":"{ __typename }","operationName":1}',
      json,
      400,
      'bad-request',
    ],
    [
      'extensions that are a list',
      '{"query":"{ __typename }","extensions":[]}',
      json,
      400,
      'bad-request',
    ],
    [
      'a part that it does not know',
      '{"query":"{ __typename }","locale":"zh"}',
      json,
      400,
      'bad-request',
    ],
    [
      'prototypes',
      '{"query":"{ __typename }","variables":{"a":{"__proto__":{}}}}',
      json,
      400,
      'bad-request',
    ],
  ])('refuses %s', async (_, body, headers: Record<string, string>, status, code) => {
    const accept = { Accept: 'application/graphql-response+json' }
    const bytes = new TextEncoder().encode(body)
    const answer = await ask({ body: bytes, headers: { ...headers, ...accept }, method: 'POST' })
    expect(answer).toMatchObject({ code, status })
    expectRefusal(answer)
  })

  it('names what is wrong with a batch, and with a part that it does not know', async () => {
    expect((await post('[]')).body.errors?.[0]?.message).toContain('Batches are not answered')
    expect((await post('{"quer":"{a}"}')).body.errors?.[0]?.message).toContain('“quer”')
  })

  it.each([
    ['a document that cannot be parsed', '{', 'syntax-error'],
    ['a field that there is not', '{ nothing }', 'validation-failed'],
    ['an unknown language', '{ Topics(locale: fr) { totalDocs } }', 'unknown-language'],
    [
      'an unknown language in a variable',
      'query ($l: LocaleInputType) { Topics(locale: $l) { totalDocs } }',
      'unknown-language',
    ],
    [
      'variables that do not fit',
      'query ($l: Int!) { Topics(limit: $l) { totalDocs } }',
      'variables-invalid',
    ],
    ['several operations', 'query A { __typename } query B { __typename }', 'unknown-operation'],
  ])(
    'answers %s with 400, and with 200 where clients read bodies alone',
    async (_, query, code) => {
      const body = { query, variables: { l: 'fr' } }
      const answer = await post(body, modern)
      expect(answer).toMatchObject({ code, status: 400 })
      expectRefusal(answer)
      const legacy = await post(body, { ...json, Accept: 'application/json' })
      expect(legacy).toMatchObject({ code, status: 200 })
      expectRefusal(legacy)
    },
  )

  it('answers partly with 200 when a part fails', async () => {
    const query = '{ Topics { totalDocs } localeStates(collection: programs, id: "1") { locale } }'
    const partial = '{ Topics { totalDocs } Program(id: "nothing") { title } }'
    for (const headers of [json, modern]) {
      expect(await post({ query }, headers)).toMatchObject({ code: 'forbidden', status: 200 })
      expect(await post({ query: partial }, headers)).toMatchObject({
        body: { data: { Program: null, Topics: { totalDocs: 0 } } },
        code: 'not-found',
        status: 200,
      })
    }
  })

  it('answers HEAD as GET without a body, and OPTIONS with the methods that there are', async () => {
    const head = await ask({ method: 'HEAD' }, '?query={__typename}')
    expect(head).toMatchObject({ body: {}, status: 200 })
    expect(Number(head.headers.get('Content-Length'))).toBeGreaterThan(0)
    const options = await ask({ method: 'OPTIONS' })
    expect(options).toMatchObject({ body: {}, status: 204 })
    expect(options.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
  })

  it('refuses other methods, and mutations over GET', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await ask({ method })
      expect(answer).toMatchObject({ code: 'method-not-allowed', status: 405 })
      expect(answer.headers.get('Allow')).toContain('POST')
      expectRefusal(answer)
    }
    for (const type of ['application/json', 'application/graphql-response+json']) {
      const mutation = await ask({ headers: { Accept: type } }, '?query=mutation{logoutUser}')
      expect(mutation).toMatchObject({ code: 'method-not-allowed', status: 405 })
      expect(mutation.headers.get('Allow')).toBe('POST')
      expectRefusal(mutation)
    }
  })

  it('refuses broken JSON in an address', async () => {
    const answer = await ask({}, '?query={__typename}&variables={"a":')
    expect(answer).toMatchObject({ code: 'malformed-json', status: 400 })
    expect(answer.body.errors?.[0]?.extensions.field).toBe('variables')
    expectRefusal(answer)
  })

  it('refuses an unknown key, language and encoding in the same shape', async () => {
    const key = { ...json, Authorization: 'Bearer qiao_0123456789' }
    const answers = [
      await post({ query: '{ __typename }' }, key),
      await ask({}, '?query={__typename}&locale=fr'),
      await post({ query: '{ __typename }' }, { ...json, 'Content-Encoding': 'gzip' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 400, 415])
    for (const { body, headers } of answers) {
      expect(Object.keys(body)).toEqual(['errors'])
      expect(body.errors?.[0]?.extensions).toMatchObject({
        code: expect.any(String) as string,
        requestId: headers.get('X-Request-Id'),
      })
    }
  })

  it('writes the schema once, and gives what it has written from then on', async () => {
    const query = getIntrospectionQuery()
    const began = performance.now()
    const first = await post({ query })
    const written = performance.now()
    const second = await post({ query })
    const given = performance.now()
    expect(second.body).toEqual(first.body)
    expect(Object.keys(first.body.data ?? {})).toEqual(['__schema'])
    expect(given - written).toBeLessThan((written - began) / 2)
  })
})
