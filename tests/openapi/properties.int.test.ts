import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import request from 'supertest'
import { stringify } from 'qs-esm'

import { seedDemo } from '../../src/seed/index.ts'
import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'
import { parameterValues } from './parameter-values.ts'
import { openapiValidator } from './validator.ts'

/** How often each operation is asked. More with QIAO_OPENAPI_RUNS; a failure comes again with its QIAO_OPENAPI_SEED. */
const runs = Number(process.env.QIAO_OPENAPI_RUNS ?? 6)
const seed = Number(process.env.QIAO_OPENAPI_SEED ?? Date.now() % 1_000_000_000)

type Operation = {
  parameters: { in: string; name: string; schema: { enum?: string[]; type?: string } }[]
  requestBody?: unknown
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
}

let server: Awaited<ReturnType<typeof startTestApp>>
let paths: Record<string, Record<string, Operation>> = {}
let faultsOf: ReturnType<typeof openapiValidator>['faultsOf']
let staff: { Authorization: string }
const ids: Record<string, string[]> = {}

beforeAll(async () => {
  server = await startTestApp()
  server.payload.logger.level = 'silent'
  await seedDemo({ password: 'a password of the demo', payload: server.payload })
  staff = await signIn({ locales: ['zh'], payload: server.payload, role: 'translator' })
  const { body } = await request(server.app).get('/api/openapi.json')
  ;({ paths } = body)
  ;({ faultsOf } = openapiValidator(body))
  for (const slug of [
    'news-briefs',
    'programs',
    'stories',
    'awards',
    'partner-profiles',
    'topics',
    'media',
  ]) {
    const { docs } = await server.payload.find({ collection: slug as 'topics', depth: 0, limit: 3 })
    ids[slug] = docs.map(({ id }) => id)
  }
}, 120_000)

afterAll(async () => {
  await server.stop()
})

/** What of an answer contradicts the document. */
const contradictions = async ({
  headers,
  method,
  operation,
  path,
  send,
}: {
  headers: Record<string, string>
  method: string
  operation: Operation
  path: string
  send?: unknown
}): Promise<string[]> => {
  const asked = request(server.app)[method as 'get'](path).set(headers)
  const answer = await (send === undefined ? asked : asked.send(send as object))
  const { status } = answer
  const documented = operation.responses[status]
  if (!documented) return [`${status} is not documented: ${answer.text}`]
  const type = (answer.headers['content-type'] ?? '').split(';')[0]!
  const content = documented.content ?? {}
  if (content['*/*'] ?? content['application/jsonl']) return []
  const { schema } = content[type] ?? {}
  if (!schema) return [`${status} is of type ${type}`]
  return faultsOf(schema, answer.body).map((fault) => `${status} ${fault}`)
}

const pathOf = (template: string, value: string): string =>
  template.replace(/\{\w+\}/g, encodeURIComponent(value))

const collectionsAndGlobals = (method: 'get' | 'write') =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([each]) => (each === 'get') === (method === 'get'))
      .map(([each, operation]) => ({ method: each, operation, path })),
  )

describe(`whatever is asked (QIAO_OPENAPI_SEED=${seed})`, { timeout: 600_000 }, () => {
  it('is answered as the document says, when it is read', async () => {
    for (const { method, operation, path } of collectionsAndGlobals('get')) {
      const [, , slug = ''] = path.split('/')
      const query = operation.parameters.filter((each) => each.in === 'query')
      const asking = fc.record({
        id: fc.oneof(
          { arbitrary: fc.constantFrom(...(ids[slug] ?? ['x']), 'x'), weight: 3 },
          { arbitrary: fc.string({ maxLength: 40, minLength: 1, unit: 'binary' }), weight: 1 },
        ),
        isStaff: fc.boolean(),
        query: parameterValues(query, slug),
      })
      await fc.assert(
        fc.asyncProperty(asking, async ({ id, isStaff, query: values }) => {
          const search = stringify(values, { encodeValuesOnly: false })
          const address = `${pathOf(path, id)}${search ? `?${search}` : ''}`
          const headers = isStaff ? staff : {}
          const found = await contradictions({ headers, method, operation, path: address })
          expect(found.join('; '), `${method} ${address}`).toBe('')
        }),
        { endOnFailure: true, numRuns: runs, seed },
      )
    }
  })

  it('is answered as the document says, when it is written', async () => {
    for (const { method, operation, path } of collectionsAndGlobals('write')) {
      // Signing out would end the session of this test.
      const isLeaving = /logout|revoke-sessions/.test(path)
      const [, , slug = ''] = path.split('/')
      const asking = fc.record({
        body: operation.requestBody
          ? fc.oneof(
              fc.dictionary(
                fc.constantFrom(
                  'title',
                  'slug',
                  'locales',
                  'email',
                  'year',
                  'kind',
                  'version',
                  'at',
                ),
                fc.jsonValue({ maxDepth: 2 }),
                { maxKeys: 4 },
              ),
              fc.jsonValue({ maxDepth: 1 }),
            )
          : fc.constant(undefined),
        id: fc.constantFrom(...(ids[slug] ?? ['x']), 'x'),
        isStaff: fc.boolean(),
      })
      await fc.assert(
        fc.asyncProperty(asking, async ({ body, id, isStaff }) => {
          const found = await contradictions({
            headers: {
              ...(isStaff && !isLeaving ? staff : {}),
              'Content-Type': 'application/json',
            },
            method,
            operation,
            path: pathOf(path, id),
            ...(body === undefined ? {} : { send: JSON.stringify(body) }),
          })
          expect(found.join('; '), `${method} ${path} ${id} ${JSON.stringify(body)}`).toBe('')
        }),
        { endOnFailure: true, numRuns: Math.max(1, Math.ceil(runs / 3)), seed },
      )
    }
  })
})
