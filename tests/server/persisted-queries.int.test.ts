import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Env } from '../../src/env.ts'
import { untilCurrent } from '../support/cache-of.ts'
import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let env: Env
const folder = mkdtempSync(path.join(tmpdir(), 'qiao-documents-'))

beforeAll(async () => {
  server = await startTestApp()
  ;({ env } = await import('../../src/env.ts'))
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { force: true, recursive: true })
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hashed = (text: string) => ({ persistedQuery: { sha256Hash: sha256(text), version: 1 } })
const count = '{ Topics { totalDocs } }'
const answered = { data: { Topics: { totalDocs: 0 } } }

const writeDocuments = (content: unknown): string => {
  const file = path.join(folder, `${Math.random()}.json`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** The server as it answers with other settings. */
const withSettings = async (graphql: Partial<Env['graphql']>): Promise<Express> => {
  const { createApp } = await import('../../src/server/app.ts')
  // One schema serves all settings of a process, but each test here has settings of its own.
  const payload = Object.create(server.payload) as typeof server.payload
  return createApp({ env: { ...env, graphql: { ...env.graphql, ...graphql } }, payload })
}

const get = (app: Express, query: Record<string, unknown>) =>
  request(app)
    .get('/api/graphql')
    .query(
      Object.fromEntries(
        Object.entries(query).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
    )

const post = (app: Express, body: object) => request(app).post('/api/graphql').send(body)

describe('a document that a client has sent once', () => {
  it('is run by its hash alone, over GET and POST', async () => {
    const { app } = server
    const query = '{ Topics { totalDocs } __typename }'
    const extensions = hashed(query)
    const unknown = await get(app, { extensions })
    expect(unknown.status).toBe(200)
    expect(unknown.body).toMatchObject({
      errors: [
        { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' }, message: 'PersistedQueryNotFound' },
      ],
    })
    expect(unknown.body.data).toBeUndefined()
    await post(app, { extensions, query }).expect(200)
    const expected = { data: { ...answered.data, __typename: 'Query' } }
    await get(app, { extensions }).expect(200, expected)
    await post(app, { extensions }).expect(200, expected)
  })

  it('may be sent over GET, too, and takes other variables each time', async () => {
    const query = 'query ($limit: Int) { Topics(limit: $limit) { limit } }'
    const extensions = hashed(query)
    for (const limit of [3, 4]) {
      const asked = limit === 3 ? { extensions, query } : { extensions }
      const { body } = await get(server.app, { ...asked, variables: { limit } }).expect(200)
      expect(body).toEqual({ data: { Topics: { limit } } })
    }
  })

  it('is not kept under a hash that is not its own', async () => {
    const extensions = hashed('{ Stories { totalDocs } }')
    const wrong = await post(server.app, { extensions, query: count })
    expect(wrong.status).toBe(400)
    expect(wrong.body.errors[0].extensions.code).toBe('PERSISTED_QUERY_MISMATCH')
    const { body } = await post(server.app, { extensions })
    expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('is told missing with a status of its own to clients of the new media type', async () => {
    await get(server.app, { extensions: hashed('{ Users { totalDocs } }') })
      .set('Accept', 'application/graphql-response+json')
      .expect(404)
  })

  it('is refused by a broken hash, and by a protocol that nobody knows', async () => {
    const broken = { persistedQuery: { sha256Hash: 'x', version: 1 } }
    const { body, status } = await get(server.app, { extensions: broken })
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'bad-request'])
    const other = { persistedQuery: { sha256Hash: sha256(count), version: 2 } }
    const answer = await get(server.app, { extensions: other })
    expect(answer.body.errors[0]).toMatchObject({
      extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
      message: 'PersistedQueryNotSupported',
    })
  })

  it('is not a mutation over GET', async () => {
    const query = 'mutation { logoutUser }'
    await post(server.app, { extensions: hashed(query), query })
    await get(server.app, { extensions: hashed(query) }).expect(405)
  })

  it('is sent each time where nothing is kept', async () => {
    const app = await withSettings({ persistedQueries: false })
    const extensions = hashed(count)
    const { body } = await get(app, { extensions })
    expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED')
    await post(app, { extensions, query: count }).expect(200, answered)
  })
})

describe('a server of trusted documents', () => {
  const lists: [string, () => unknown][] = [
    ['a plain map', () => ({ 'list-topics': count, [sha256('{ __typename }')]: '{ __typename }' })],
    [
      'a manifest of Apollo',
      () => ({
        format: 'apollo-persisted-query-manifest',
        operations: [
          { body: count, id: 'list-topics', name: 'ListTopics', type: 'query' },
          { body: '{ __typename }', id: sha256('{ __typename }'), name: 'Type', type: 'query' },
        ],
        version: 1,
      }),
    ],
  ]

  it('are answered from memory with POST too, unless they change something', async () => {
    const change = 'mutation { forgotPasswordUser(email: "nobody@qiao.example") }'
    const content = { change, 'list-topics': count }
    const app = await withSettings({ documents: writeDocuments(content), mode: 'persisted' })
    const stats = await untilCurrent(app)
    for (const asked of [{ documentId: 'list-topics' }, { extensions: hashed(count) }]) {
      await post(app, asked).expect(200, answered)
      const { hits } = stats()
      await post(app, asked).expect(200, answered)
      expect(stats().hits).toBe(hits + 1)
    }
    const before = stats()
    for (let round = 0; round < 2; round++) {
      await post(app, { documentId: 'change' }).expect(200)
      await post(app, { documentId: 'unknown' }).expect(403)
    }
    expect(stats()).toMatchObject({ entries: before.entries, hits: before.hits })
  })

  it.each(lists)('runs what %s holds, by its id, its hash and its text', async (_, list) => {
    const app = await withSettings({ documents: writeDocuments(list()), mode: 'persisted' })
    await post(app, { documentId: 'list-topics' }).expect(200, answered)
    await post(app, { id: 'list-topics' }).expect(200, answered)
    await get(app, { documentId: 'list-topics' }).expect(200, answered)
    await get(app, { extensions: hashed(count) }).expect(200, answered)
    await post(app, { extensions: hashed('{ __typename }') }).expect(200)
    await post(app, { query: count }).expect(200, answered)
    await post(app, { query: '{\n  Topics { totalDocs }\n}' }).expect(200, answered)
    await post(app, { extensions: hashed(count), query: count }).expect(200, answered)
  })

  it.each(lists)('runs nothing else than %s, and says what to do', async (_, list) => {
    const app = await withSettings({ documents: writeDocuments(list()), mode: 'persisted' })
    const other = '{ Stories { totalDocs } }'
    const asked = [
      { query: other },
      { query: '{' },
      { query: '{ __schema { types { name } } }' },
      { extensions: hashed(other), query: other },
      { extensions: hashed(other) },
      { documentId: 'constructor' },
      { extensions: hashed(count), query: other },
    ]
    for (const body of asked) {
      const answer = await post(app, body)
      expect(answer.status, JSON.stringify(body)).toBe(403)
      const [error] = answer.body.errors
      expect(error.extensions).toMatchObject({ code: 'document-not-trusted' })
      expect(error.message).toContain('QIAO_GRAPHQL_DOCUMENTS')
    }
    await get(app, { extensions: hashed(other) }).expect(403)
    await post(app, { operationName: 'x' }).expect(400)
  })

  it('holds its other limits for trusted documents, too', async () => {
    const query = 'query ($n: Int) { Topics(limit: $n) { docs { id } } }'
    const documents = writeDocuments({ list: query })
    const app = await withSettings({ documents, mode: 'persisted' })
    await post(app, { documentId: 'list', variables: { n: 5 } }).expect(200)
    await post(app, { documentId: 'list', variables: { n: 1e6 } }).expect(400)
  })

  it('refuses a document that the schema does not fit, and runs the others', async () => {
    const documents = writeDocuments({ good: count, old: '{ Topics { wasHere } }' })
    const app = await withSettings({ documents, mode: 'persisted' })
    const { body } = await post(app, { documentId: 'old' })
    expect(body.errors[0].extensions.code).toBe('validation-failed')
    await post(app, { documentId: 'good' }).expect(200, answered)
  })

  it('finds documents by their id without refusing others where it is open', async () => {
    const app = await withSettings({ documents: writeDocuments({ 'list-topics': count }) })
    await post(app, { documentId: 'list-topics' }).expect(200, answered)
    await post(app, { query: '{ Stories { totalDocs } }' }).expect(200)
    const unknown = await post(app, { documentId: 'nothing' })
    expect(unknown.status).toBe(400)
    expect(unknown.body.errors[0].extensions.code).toBe('document-not-trusted')
  })
})

describe('the file of trusted documents', () => {
  it.each([
    ['is not there', () => path.join(folder, 'nowhere.json'), /cannot be read/],
    ['is not JSON', () => writeDocuments('{'), /not valid JSON/],
    ['is a list', () => writeDocuments([]), /must be \{ "<id>"/],
    ['has a number for a document', () => writeDocuments({ a: 1 }), /the entry a/],
    ['has a document that cannot be parsed', () => writeDocuments({ broken: '{' }), /broken/],
    [
      'is a manifest of another kind',
      () => writeDocuments({ format: 'x', operations: [] }),
      /the entry format/,
    ],
    [
      'has a manifest with a gap',
      () =>
        writeDocuments({
          format: 'apollo-persisted-query-manifest',
          operations: [{ body: count, id: 'a' }, { id: 'b' }],
        }),
      /operations\.1\.body/,
    ],
  ])('stops the start when it %s', async (_, file, says) => {
    const { readTrustedDocuments } = await import('../../src/server/graphql/trusted-documents.ts')
    const graphql = { ...env.graphql, documents: file(), mode: 'persisted' as const }
    expect(() => readTrustedDocuments({ graphql })).toThrow(says)
    expect(() => readTrustedDocuments({ graphql })).toThrow('QIAO_GRAPHQL_DOCUMENTS')
  })
})
