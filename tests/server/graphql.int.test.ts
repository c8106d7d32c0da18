import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import express from 'express'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import request from 'supertest'

import { startTestApp } from '../support/test-app.ts'

type TestApp = Awaited<ReturnType<typeof startTestApp>>

let server: TestApp
const post = (body: object | string) =>
  request(server.app).post('/api/graphql').set('Content-Type', 'application/json').send(body)

beforeAll(async () => {
  server = await startTestApp()
  await server.payload.create({
    collection: 'users',
    data: { email: 'admin@example.org', name: 'Admin', password: 'long enough', roles: ['admin'] },
  })
})

afterAll(async () => {
  await server.stop()
})

describe('GraphQL', () => {
  it('answers a query over POST and over GET', async () => {
    const query = '{ NewsBriefs(locale: zh) { totalDocs } }'
    const expected = { data: { NewsBriefs: { totalDocs: 0 } } }
    await post({ query }).expect(200, expected)
    await request(server.app).get('/api/graphql').query({ query }).expect(200, expected)
  })

  it('refuses a mutation over GET', async () => {
    const answer = await request(server.app)
      .get('/api/graphql')
      .query({ query: 'mutation { logoutUser }' })
    expect(answer.status).toBe(405)
  })

  it('refuses a body that a foreign page could send by itself', async () => {
    await request(server.app)
      .post('/api/graphql')
      .type('form')
      .send('query={__typename}')
      .expect(415)
    await request(server.app).post('/api/graphql').type('text').send('{__typename}').expect(415)
  })

  it('refuses an unknown language', async () => {
    const answer = await post({ query: '{ NewsBriefs(locale: fr) { totalDocs } }' })
    expect(answer.body.errors[0].message).toContain('fr')
    expect(answer.body.data).toBeUndefined()
  })

  it('signs in with a cookie, and knows who is signed in', async () => {
    const login = await post({
      query:
        'mutation { loginUser(email: "admin@example.org", password: "long enough") { user { email } } }',
    })
    expect(login.body.data.loginUser.user.email).toBe('admin@example.org')
    const [cookie = ''] = login.get('Set-Cookie') ?? []
    const me = await post({ query: '{ meUser { user { email } } }' })
      .set('Cookie', cookie.split(';')[0] ?? '')
      .set('Sec-Fetch-Site', 'same-origin')
    expect(me.body.data.meUser.user.email).toBe('admin@example.org')
  })

  it('tells what is not allowed, without a stack trace', async () => {
    const answer = await post({
      query: 'mutation { createTopic(data: { title: "x" }) { id } }',
    }).expect(200)
    expect(answer.body.errors[0].extensions).toMatchObject({ code: 'forbidden', statusCode: 403 })
    expect(answer.text).not.toContain('node_modules')
  })

  it('tells anybody what they may do, and what not', async () => {
    const query = `{
      Access { canAccessAdmin topics { create { permission } read { permission where } } }
    }`
    const nobody = await post({ query }).expect(200)
    expect(nobody.body).toEqual({
      data: {
        Access: {
          canAccessAdmin: false,
          topics: {
            create: null,
            read: { permission: true, where: { deletedAt: { exists: false } } },
          },
        },
      },
    })
    const login = await request(server.app)
      .post('/api/users/login')
      .send({ email: 'admin@example.org', password: 'long enough' })
    const admin = await post({ query }).set('Authorization', `JWT ${login.body.token}`).expect(200)
    expect(admin.body.data.Access).toMatchObject({
      canAccessAdmin: true,
      topics: { create: { permission: true }, read: { permission: true } },
    })
  })

  it('tells anybody what they may do with the organization', async () => {
    const query = '{ docAccessOrganization { read { permission } update { permission } } }'
    const { body } = await post({ query }).expect(200)
    expect(body).toEqual({
      data: { docAccessOrganization: { read: { permission: true }, update: null } },
    })
  })

  it('tells its schema to code generators, as they ask for it', async () => {
    const answer = await post({ query: getIntrospectionQuery() })
    expect(answer.body.errors).toBeUndefined()
    const { types } = buildClientSchema(answer.body.data).toConfig()
    expect(types.map(({ name }) => name)).toContain('NewsBrief')
  })

  it('keeps its schema to itself when told to', async () => {
    const { env } = await import('../../src/env.ts')
    const { createGraphqlHandler } =
      await import('../../src/server/graphql/create-graphql-handler.ts')
    const quiet = createGraphqlHandler({
      env: { ...env, introspection: false },
      payload: server.payload,
    })
    const ask = (query: string) => request(express().use(quiet)).get('/').query({ query })
    await ask('{ Topics { totalDocs } }').expect(200)
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Topic") { name } }']) {
      const answer = await ask(query)
      expect(answer.body.errors[0].message).toContain('does not tell its schema')
      expect(answer.body.data).toBeUndefined()
    }
  })

  it.each(['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html', '*/*'])(
    'says how to ask to who opens it with Accept: %s',
    async (accept) => {
      const answer = await request(server.app).get('/api/graphql').set('Accept', accept).expect(400)
      expect(answer.body.errors[0].message).toMatch(/POST .*"query".*schema\.graphql/)
      expect(answer.type).toBe('application/json')
    },
  )

  it('answers malformed JSON with 400', async () => {
    await post('{"query":').expect(400)
  })

  it('refuses a fragment bomb at once', async () => {
    const levels = Array.from(
      { length: 25 },
      (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`,
    )
    const startedAt = performance.now()
    const answer = await post({
      query: `{ ...f0 } ${levels.join(' ')} fragment f25 on Query { __typename }`,
    })
    expect(answer.body.errors[0].extensions.code).toBe('too-many-fragments')
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
