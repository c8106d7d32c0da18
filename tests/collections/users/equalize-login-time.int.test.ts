import { createHook } from 'node:async_hooks'

import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let hashes = 0

/** Counts what Node itself hashes, whoever asks for it. */
const counter = createHook({
  init: (_id, type) => {
    if (type === 'PBKDF2REQUEST') hashes += 1
  },
})

beforeAll(async () => {
  server = await startTestApp()
  await server.payload.create({
    collection: 'users',
    data: { email: 'known@example.org', name: 'K', password: 'long enough', roles: ['viewer'] },
  })
  counter.enable()
})

afterAll(async () => {
  counter.disable()
  await server.stop()
})

const hashesOf = async (credentials: object): Promise<number> => {
  hashes = 0
  await request(server.app).post('/api/users/login').send(credentials)
  return hashes
}

describe('a sign-in that fails', () => {
  it('costs one hash whether somebody has the address or not', async () => {
    const password = 'wrong password'
    expect(await hashesOf({ email: 'known@example.org', password })).toBe(1)
    expect(await hashesOf({ email: ' Known@Example.org ', password })).toBe(1)
    expect(await hashesOf({ email: 'unknown@example.org', password })).toBe(1)
  })

  it('costs none when it could not succeed for anybody', async () => {
    expect(await hashesOf({ email: 'unknown@example.org' })).toBe(0)
    expect(await hashesOf({ email: 'unknown@example.org', password: ' ' })).toBe(0)
  })
})
