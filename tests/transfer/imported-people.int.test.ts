import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { exportContent } from '../../src/transfer/export-content.ts'
import { makeKey } from '../support/make-key.ts'
import { startServer } from '../support/server-process.ts'
import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'
import { mongodbServer, openPlaces } from './open-places.ts'
import { type Place, runTransfer } from './run-transfer.ts'

const { folder, mongodb, remove, sqlite } = openPlaces()
const file = path.join(folder, 'people.jsonl')
const person = { email: 'translator@qiao.example', password: 'the password of the translator' }
let app: Awaited<ReturnType<typeof startTestApp>>
let key: Record<string, string>
let token: string

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  const admin = await signIn({ payload, role: 'admin' })
  await payload.create({
    collection: 'users',
    data: { ...person, locales: ['zh'], name: '王译', roles: ['translator'] },
  })
  token = String((await payload.login({ collection: 'users', data: person })).token)
  await payload.create({
    collection: 'stories',
    data: { kind: 'success', title: 'Not public yet' },
    draft: true,
    locale: 'en',
  })
  key = (await makeKey({ admin, app: app.app, options: { scope: 'drafts' } })).headers
  await exportContent({ file, payload })
})

afterAll(async () => {
  await app.stop()
  remove()
})

const places: Record<string, () => Place> = {
  SQLite: () => sqlite('sqlite'),
  ...(mongodbServer ? { MongoDB: () => mongodb('mongodb') } : {}),
}

for (const [name, open] of Object.entries(places))
  test(`on ${name}, imported people sign in and API keys work, whatever the secret of the server; sessions end with it`, async () => {
    const place = open()
    const imported = await runTransfer({ args: ['import', file], place })
    expect(imported, imported.output).toMatchObject({ code: 0 })
    // Its secret is another one than that of the server that the people came from.
    const server = await startServer({ ...place, admin: false })
    const ask = (address: string, init?: RequestInit) => fetch(server.url + address, init)
    try {
      const signedIn = await ask('/api/users/login', {
        body: JSON.stringify(person),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      expect(signedIn.status).toBe(200)
      const { user } = (await signedIn.json()) as { user: unknown }
      expect(user).toMatchObject({ locales: ['zh'], name: '王译', roles: ['translator'] })

      const drafts = '/api/stories?draft=true&locale=en'
      const withKey = await ask(drafts, { headers: key })
      expect(await withKey.json()).toMatchObject({ docs: [{ title: 'Not public yet' }] })
      const unknown = { Authorization: `${key.Authorization}x` }
      expect((await ask(drafts, { headers: unknown })).status).toBe(401)
      expect(await (await ask(drafts)).json()).toMatchObject({ docs: [] })

      const session = { Authorization: `JWT ${token}` }
      const me = await ask('/api/users/me', { headers: session })
      expect(await me.json()).toMatchObject({ user: null })
    } finally {
      await server.stop()
    }
  })
