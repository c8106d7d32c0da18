import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.stop())

const server = () => request(app.app)

const newAccount = async (): Promise<{ email: string; id: string }> => {
  const email = `${randomUUID()}@qiao.example`
  const data = { email, name: 'Somebody', password: randomUUID(), roles: ['viewer' as const] }
  const { id } = await app.payload.create({ collection: 'users', data })
  return { email, id }
}

const signIn = async (credentials: { email: string; password: string }): Promise<unknown> =>
  (await server().post('/api/users/login').send(credentials).expect(200)).body.user.id

describe('somebody who forgot the password', () => {
  const forget = (email: string) => server().post('/api/users/forgot-password').send({ email })
  const query = (email: string) =>
    server()
      .post('/api/graphql')
      .send({ query: `mutation { forgotPasswordUser(email: "${email}") }` })

  it('gets a message and sets a new one, through REST and GraphQL', async () => {
    for (const ask of [forget, query]) {
      const account = await newAccount()
      const { body } = await ask(account.email).expect(200)
      expect(body.errors).toBeUndefined()
      const { docs } = await app.payload.find({
        collection: 'users',
        showHiddenFields: true,
        where: { id: { equals: account.id } },
      })
      const token = docs[0]?.resetPasswordToken
      expect(token).toHaveLength(40)
      expect(JSON.stringify(body)).not.toContain(token)
      const password = randomUUID()
      await server().post('/api/users/reset-password').send({ password, token }).expect(200)
      expect(await signIn({ email: account.email, password })).toBe(account.id)
    }
  })

  it('is answered alike whether there is such an account, and holds up no writer', async () => {
    const account = await newAccount()
    const asked = Array.from({ length: 8 }, () => forget(`${randomUUID()}@qiao.example`))
    const [known, ...unknown] = await Promise.all([forget(account.email), ...asked])
    const topic = await app.payload.create({
      collection: 'topics',
      data: { title: 'Written meanwhile' },
      locale: 'en',
    })
    expect(topic.id).toBeDefined()
    const { message } = known.body as { message: string }
    for (const answer of unknown) expect(answer.body).toEqual({ message })
  })

  it('gets no second message at once', async () => {
    const { email } = await newAccount()
    await forget(email).expect(200)
    const again = await forget(email).expect(429)
    expect(again.body.errors[0]).toMatchObject({ code: 'ASKED_BEFORE' })
  })
})
