import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type KeyOptions, makeKey } from '../../support/make-key.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let admin: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  admin = await signIn({ payload: app.payload, role: 'admin' })
})

afterAll(() => app.stop())

const newKey = (options: KeyOptions = {}) => makeKey({ app: app.app, admin, options })

const get = (path: string, headers = {}) => request(app.app).get(`/api/${path}`).set(headers)

const ask = (query: string, headers = {}) =>
  request(app.app).post('/api/graphql').set(headers).send({ query })

/** The key as the database has it. */
const stored = (id: string) =>
  app.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'api-keys',
    where: { id: { equals: id } },
  })

const program = (title: string, isPublished: boolean) =>
  app.payload.create({
    collection: 'programs',
    data: {
      _status: isPublished ? 'published' : 'draft',
      contacts: [{ email: 'secret@qiao.example', name: 'Li', visibility: 'internal' }],
      kind: 'program',
      status: 'active',
      title,
    },
    draft: !isPublished,
    locale: 'en',
  })

describe('a new key', () => {
  it('is shown once, and kept as a hash and a prefix', async () => {
    const { id, key } = await newKey()
    expect(key).toMatch(/^qiao_[\w-]{43}$/)
    const row = await stored(id)
    expect(row).toMatchObject({ keyHash: expect.stringMatching(/^[\da-f]{64}$/) })
    expect(row?.prefix).toBe(key.slice(0, 11))
    expect(JSON.stringify(row)).not.toContain(key)
    const seen = await get(`api-keys/${id}`, admin).expect(200)
    expect(seen.body.key).toBeUndefined()
    expect(seen.body.keyHash).toBeUndefined()
    const updated = await request(app.app)
      .patch(`/api/api-keys/${id}`)
      .set(admin)
      .send({ name: 'Other' })
    expect(updated.body.doc.key).toBeUndefined()
  })

  it('is made by the server, whatever the caller would like', async () => {
    const wished = { key: 'qiao_mine', keyHash: 'a'.repeat(64), name: 'Mine', prefix: 'qiao_mine' }
    const { body } = await request(app.app).post('/api/api-keys').set(admin).send(wished)
    expect(body.doc.key).not.toBe('qiao_mine')
    expect((await stored(body.doc.id))?.keyHash).not.toBe('a'.repeat(64))
    const id = body.doc.id as string
    await request(app.app).patch(`/api/api-keys/${id}`).set(admin).send({ keyHash: 'b' })
    expect((await stored(id))?.keyHash).toMatch(/^[\da-f]{64}$/)
  })

  it('is made by administrators only, and ends in the future', async () => {
    const editor = await signIn({ payload: app.payload, role: 'editor' })
    await request(app.app).post('/api/api-keys').set(editor).send({ name: 'Mine' }).expect(403)
    const past = { expiresAt: '2020-01-01T00:00:00.000Z', name: 'Late' }
    const { body } = await request(app.app).post('/api/api-keys').set(admin).send(past).expect(400)
    expect(body.errors[0].field).toBe('expiresAt')
  })
})

describe('a key that does not hold', () => {
  const code = async (headers: object) => {
    const answers = [
      await get('programs', headers),
      await ask('{ Programs { totalDocs } }', headers),
    ]
    return answers.map(({ body, status }) => [status, body.errors?.[0]?.code])
  }

  it('is refused instead of being nobody', async () => {
    const refused = (word: string) => [
      [401, `api-key-${word}`],
      [401, `api-key-${word}`],
    ]
    expect(await code({ Authorization: 'Bearer qiao_nothing' })).toEqual(refused('unknown'))
    const revoked = await newKey()
    await get('programs', revoked.headers).expect(200)
    await request(app.app).post(`/api/api-keys/${revoked.id}/revoke`).set(admin).expect(200)
    expect(await code(revoked.headers)).toEqual(refused('revoked'))
    const expired = await newKey()
    await app.payload.db.updateOne({
      id: expired.id,
      collection: 'api-keys',
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    expect(await code(expired.headers)).toEqual(refused('expired'))
  })

  it('is revoked by administrators only, and for ever', async () => {
    const { headers, id } = await newKey()
    const editor = await signIn({ payload: app.payload, role: 'editor' })
    await request(app.app).post(`/api/api-keys/${id}/revoke`).set(editor).expect(403)
    await get('programs', headers).expect(200)
    await request(app.app).post(`/api/api-keys/${id}/revoke`).set(admin).expect(200)
    await request(app.app).patch(`/api/api-keys/${id}`).set(admin).send({ revokedAt: null })
    await get('programs', headers).expect(401)
    await request(app.app).post('/api/api-keys/none/revoke').set(admin).expect(404)
  })
})

describe('a key', () => {
  it('tells once an hour when it was used', async () => {
    const { headers, id } = await newKey()
    expect((await stored(id))?.lastUsedAt ?? null).toBeNull()
    const before = await stored(id)
    await get('programs', headers).expect(200)
    const used = await stored(id)
    expect(used?.lastUsedAt).toBeTruthy()
    expect(used?.updatedAt).toEqual(before?.updatedAt)
    await get('programs', headers).expect(200)
    expect((await stored(id))?.lastUsedAt).toEqual(used?.lastUsedAt)
  })

  it('never writes, through any door', async () => {
    const { headers } = await newKey({ scope: 'drafts' })
    const { id } = await program('Written', true)
    const server = request(app.app)
    const answers = [
      await server.post('/api/programs').set(headers).send({ title: 'X' }),
      await server.patch(`/api/programs/${id}`).set(headers).send({ title: 'X' }),
      await server.delete(`/api/programs/${id}`).set(headers),
      await server
        .post(`/api/programs/${id}/unpublish`)
        .set(headers)
        .send({ locales: ['en'] }),
      await server.post('/api/payload-preferences/x').set(headers).send({ value: 1 }),
      await server.post('/api/users/logout').set(headers),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    const mutations = [
      'deletePayloadPreference(id: "x") { id }',
      `deleteProgram(id: "${id}") { id }`,
      `unpublishLocales(collection: programs, id: "${id}", locales: ["en"]) { state }`,
    ]
    for (const mutation of mutations) {
      const { body } = await ask(`mutation { ${mutation} }`, headers)
      expect(body.errors?.[0]?.extensions.statusCode, mutation).toBe(403)
    }
  })

  it('reads no people, no keys, nothing of the system, and does not enter the admin UI', async () => {
    const { headers } = await newKey({ scope: 'drafts' })
    const system = ['payload-locked-documents', 'payload-preferences']
    for (const path of ['users', 'api-keys', 'slug-claims', ...system]) {
      expect((await get(path, headers)).status, path).toBe(403)
    }
    expect((await get('access', headers)).body.canAccessAdmin).toBeFalsy()
    expect((await get('users/me', headers)).body.user).toBeNull()
    expect((await get('api-keys/me', headers)).status).toBe(403)
  })

  it('is refused when it is sent the way Payload used to have it', async () => {
    const { key } = await newKey({ scope: 'drafts' })
    const { id } = await program('Old way', false)
    for (const slug of ['users', 'api-keys']) {
      await get(`programs/${id}?draft=true`, { Authorization: `${slug} API-Key ${key}` }).expect(
        404,
      )
    }
  })

  it('asks by a query in a body as well', async () => {
    const { headers } = await newKey()
    await request(app.app)
      .post('/api/programs')
      .set({ ...headers, 'Content-Type': 'application/x-www-form-urlencoded' })
      .set('X-Payload-HTTP-Method-Override', 'GET')
      .send('limit=1')
      .expect(200)
  })
})

describe('a key for what is published', () => {
  it('reads the same bytes as nobody does', async () => {
    const { headers } = await newKey()
    const viewer = await signIn({ payload: app.payload, role: 'viewer' })
    const shown = await program('Shown', true)
    await program('Hidden', false)
    await app.payload.update({
      id: shown.id,
      collection: 'programs',
      data: { title: 'Hidden change' },
      draft: true,
      locale: 'en',
    })
    const paths = [
      'programs?locale=en&draft=true&depth=2',
      'programs?locale=all&draft=true',
      'programs?locale=zh&fallback-locale=en',
      `programs/${shown.id}?draft=true&trash=true`,
      'programs/count?where[title][like]=Hidden',
      'programs?where[localeStates.inEn][equals]=changed',
      'programs?where[lastSaved.by][exists]=true',
      'programs?where[contacts.email][like]=secret',
      'stories?where[programs.title][like]=Hidden',
      `programs/${shown.id}/locales`,
      'programs/versions',
      'topics?draft=true',
      'globals/organization?draft=true',
      'media',
    ]
    for (const path of paths) {
      const answers = await Promise.all([{}, headers, viewer].map((who) => get(path, who)))
      const [nobody, ...others] = answers.map(({ body, status }) => ({
        ...body,
        requestId: undefined,
        status,
      }))
      expect(others, path).toEqual([nobody, nobody])
      // The tag of an answer that anybody may keep is no revision; an answer to a key or a person has neither.
      for (const { headers } of answers.slice(1)) expect(headers, path).not.toHaveProperty('etag')
    }
  })
})
