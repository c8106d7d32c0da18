import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>

type Account = { email: string; id: string; password: string }
type Role = 'admin' | 'editor' | 'viewer'

const first = { email: 'first@qiao.example', name: 'First', password: randomUUID() }

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.stop())

const server = () => request(app.app)

const newAccount = async (role: Role): Promise<Account> => {
  const account = { email: `${randomUUID()}@qiao.example`, password: randomUUID() }
  const { id } = await app.payload.create({
    collection: 'users',
    data: { ...account, name: role, roles: [role] },
  })
  return { ...account, id }
}

const signIn = async ({ email, password }: Omit<Account, 'id'>) => {
  const { body } = await server().post('/api/users/login').send({ email, password }).expect(200)
  return { Authorization: `JWT ${String(body.token)}` }
}

/** Who the server takes the caller for. */
const whoAmI = async (headers: Record<string, string>): Promise<unknown> =>
  (await server().get('/api/users/me').set(headers)).body.user?.id

const change = (id: string, headers: Record<string, string>, data: object) =>
  server().patch(`/api/users/${id}`).set(headers).send(data)

describe('an empty system', () => {
  it('lets the first person in as its administrator, by one door', async () => {
    await server().post('/api/users').send(first).expect(403)
    const wished = { ...first, roles: ['viewer'] }
    const register = (email: string) =>
      server()
        .post('/api/users/first-register')
        .send({ ...wished, email })
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => register(`${name}@x.org`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403])
    const { docs } = await app.payload.find({ collection: 'users' })
    expect(docs.map(({ roles }) => roles)).toEqual([['admin']])
    const { id } = docs[0]!
    await app.payload.update({ id, collection: 'users', data: first })
  })

  it('then is open to nobody', async () => {
    const second = { ...first, email: 'second@qiao.example', roles: ['admin'] }
    await server().post('/api/users/first-register').send(second).expect(403)
    await server().post('/api/users').send(second).expect(403)
    const query = `mutation { createUser(data: { email: "x@qiao.example", name: "X", password: "x1234567", roles: [admin] }) { id } }`
    const { body } = await server().post('/api/graphql').send({ query })
    expect(body.errors[0].extensions.statusCode).toBe(403)
    expect((await app.payload.count({ collection: 'users' })).totalDocs).toBe(1)
  })
})

describe('somebody who guesses a password', () => {
  it('locks the account after five tries, also for the right one', async () => {
    const account = await newAccount('editor')
    const wrong = { email: account.email, password: 'wrong' }
    for (let tries = 0; tries < 5; tries++) {
      await server().post('/api/users/login').send(wrong).expect(401)
    }
    const right = { email: account.email, password: account.password }
    const { body } = await server().post('/api/users/login').send(right).expect(401)
    expect(body.errors[0].message).toMatch(/locked/)
    const admin = await signIn(first)
    const email = { email: account.email }
    await server().post('/api/users/unlock').set(admin).send(email).expect(200)
    await signIn(account)
  })

  it('is not unlocked by anyone but an administrator', async () => {
    const [locked, other] = [await newAccount('viewer'), await newAccount('editor')]
    const headers = await signIn(other)
    await server().post('/api/users/unlock').set(headers).send({ email: locked.email }).expect(403)
    await server().post('/api/users/unlock').send({ email: locked.email }).expect(403)
  })
})

describe('somebody who signs in for the first time', () => {
  it.each([
    ['the language of the admin UI', ['editor'], [], 'zh-CN', 'zh'],
    ['the language they translate into', ['translator'], ['en'], 'zh-CN', 'en'],
  ] as const)('finds the forms in %s', async (_, roles, locales, language, expected) => {
    const account = { email: `${randomUUID()}@qiao.example`, password: randomUUID() }
    const data = { ...account, locales: [...locales], name: 'New', roles: [...roles] }
    const { id } = await app.payload.create({ collection: 'users', data })
    for (let times = 0; times < 2; times++) {
      const login = server().post('/api/users/login').set('Accept-Language', language)
      await login.send(account).expect(200)
    }
    const { docs } = await app.payload.find({
      collection: 'payload-preferences',
      where: { 'user.value': { equals: id } },
    })
    expect(docs).toMatchObject([{ key: 'locale', value: expected }])
  })
})

describe('sessions', () => {
  it('end at once, all of them, when they are revoked', async () => {
    const account = await newAccount('editor')
    const [here, there] = [await signIn(account), await signIn(account)]
    const url = `/api/users/${account.id}/revoke-sessions`
    const { body } = await server().post(url).set(here).expect(200)
    expect(body).toEqual({ ended: 2 })
    expect([await whoAmI(here), await whoAmI(there)]).toEqual([undefined, undefined])
    expect((await server().post('/api/users/refresh-token').set(there)).status).toBe(403)
    expect(await whoAmI(await signIn(account))).toBe(account.id)
  })

  it('are revoked by administrators for anyone, by others for themselves', async () => {
    const [account, other] = [await newAccount('editor'), await newAccount('viewer')]
    const [theirs, others] = [await signIn(account), await signIn(other)]
    const url = `/api/users/${account.id}/revoke-sessions`
    await server().post(url).set(others).expect(403)
    await server().post(url).expect(403)
    expect(await whoAmI(theirs)).toBe(account.id)
    const admin = await signIn(first)
    await server().post(url).set(admin).expect(200)
    expect(await whoAmI(theirs)).toBeUndefined()
    await server().post('/api/users/none/revoke-sessions').set(admin).expect(404)
  })

  it('end elsewhere when the password changes, and stay here', async () => {
    const account = await newAccount('editor')
    const [here, there] = [await signIn(account), await signIn(account)]
    await change(account.id, here, { password: randomUUID() }).expect(200)
    expect([await whoAmI(here), await whoAmI(there)]).toEqual([account.id, undefined])
  })

  it('end when an administrator changes what a person may do, and not when a name changes', async () => {
    const account = await newAccount('editor')
    const [theirs, admin] = [await signIn(account), await signIn(first)]
    await change(account.id, admin, { name: 'New name', roles: ['editor'] }).expect(200)
    expect(await whoAmI(theirs)).toBe(account.id)
    await change(account.id, admin, { roles: ['viewer'] }).expect(200)
    expect(await whoAmI(theirs)).toBeUndefined()
    expect(await whoAmI(admin)).toBeDefined()
  })

  it('go on when GraphQL changes a name, whose schema does not know of sessions', async () => {
    const account = await newAccount('editor')
    const theirs = await signIn(account)
    const query = `mutation { updateUser(id: "${account.id}", data: { name: "New name" }) { name } }`
    const { body } = await server().post('/api/graphql').set(theirs).send({ query })
    expect(body).toEqual({ data: { updateUser: { name: 'New name' } } })
    expect(await whoAmI(theirs)).toBe(account.id)
  })
})

describe('an editor', () => {
  it('does not become an administrator through any door', async () => {
    const account = await newAccount('editor')
    const headers = await signIn(account)
    await change(account.id, headers, { locales: ['en'], roles: ['admin'] })
    const query = `mutation { updateUser(id: "${account.id}", data: { roles: [admin] }) { id } }`
    await server().post('/api/graphql').set(headers).send({ query })
    const user = await app.payload.findByID({ id: account.id, collection: 'users' })
    await app.payload.update({
      id: account.id,
      collection: 'users',
      data: { roles: ['admin'] },
      overrideAccess: false,
      user: { ...user, collection: 'users' },
    })
    const after = await app.payload.findByID({ id: account.id, collection: 'users' })
    expect([after.roles, after.locales]).toEqual([['editor'], []])
  })
})

describe('secrets', () => {
  const secrets = [
    'hash',
    'salt',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'loginAttempts',
    'lockUntil',
    'sessions',
  ]

  it('are in no answer, for administrators neither', async () => {
    const admin = await signIn(first)
    const { id } = await newAccount('viewer')
    await app.payload.forgotPassword({
      collection: 'users',
      data: { email: first.email },
      disableEmail: true,
    })
    const selected = secrets.map((name) => `select[${name}]=true`).join('&')
    const answers = [
      await server().get('/api/users').set(admin),
      await server().get(`/api/users?${selected}`).set(admin),
      await server().get(`/api/users/${id}?${selected}`).set(admin),
      await server().get('/api/users/me').set(admin),
      await server().post('/api/users/refresh-token').set(admin),
      await server().post('/api/users/login').send(first),
      await change(id, admin, { name: 'Other' }),
      await server().get('/api/api-keys?select[keyHash]=true').set(admin),
    ]
    await server().get('/api/users?showHiddenFields=true').set(admin).expect(400)
    for (const { body, status } of answers) {
      expect(status).toBe(200)
      const names = namesIn(body)
      for (const name of [...secrets, 'keyHash']) expect(names).not.toContain(name)
    }
  })

  it('are not to be guessed by filters and sorts', async () => {
    const admin = await signIn(first)
    await app.payload.create({ collection: 'api-keys', data: { name: 'K', scope: 'drafts' } })
    const asked = [
      ...secrets.flatMap((name) => [
        `users?where[${name}][exists]=true`,
        `users?where[or][0][${name}][like]=a`,
        `users/count?where[${name}][exists]=true`,
        `users?sort=${name}`,
        `users?sort=-${name},name`,
      ]),
      'users?where[sessions.id][exists]=true',
      'users?sort=sessions.id',
      'api-keys?where[keyHash][like]=a',
      'api-keys?sort=keyHash',
      'api-keys?where[key][exists]=true',
      'payload-preferences?where[user.hash][like]=a',
      'payload-preferences?where[user.value.hash][like]=a',
      'payload-locked-documents?where[user.value.resetPasswordToken][like]=a',
    ]
    const open: string[] = []
    for (const path of asked) {
      const { status } = await server().get(`/api/${path}`).set(admin)
      if (status !== 400) open.push(`${status} ${path}`)
    }
    expect(open).toEqual([])
  })

  it('have no name in GraphQL', async () => {
    const admin = await signIn(first)
    const query = '{ __schema { types { name fields { name } inputFields { name } } } }'
    const { body } = await server().post('/api/graphql').set(admin).send({ query }).expect(200)
    type Type = { fields?: Named[]; inputFields?: Named[]; name: string }
    type Named = { name: string }
    // An entry of the trail has a hash too, which is no secret.
    const types = (body.data.__schema.types as Type[]).filter(
      ({ name }) => !name.startsWith('AuditTrail'),
    )
    const named = types.flatMap(({ fields, inputFields }) =>
      [...(fields ?? []), ...(inputFields ?? [])].map(({ name }) => name),
    )
    expect(named).toContain('email')
    const found = named.filter((name) => [...secrets, 'keyHash'].includes(name.split('__')[0]!))
    expect(found).toEqual([])
  })
})

/** Every name in an answer, however deep. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [] : Object.entries(value)
  // An array that may not be read is there, and empty.
  const own = entries.filter(([, part]) => JSON.stringify(part) !== '[]').map(([name]) => name)
  return [...own, ...Object.values(value).flatMap(namesIn)]
}
