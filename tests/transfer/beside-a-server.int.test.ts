import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { contentLines } from '../bench/make-content.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { openPlaces } from './open-places.ts'
import { runTransfer } from './run-transfer.ts'

const { folder, here, remove } = openPlaces()
const place = here('server')
const admin = { email: 'admin@qiao.example', password: 'the password of the administrator' }
let server: ServerProcess

beforeAll(async () => {
  await mkdir(place.dataDir, { recursive: true })
  server = await startServer({ ...place, admin: false, firstAdmin: admin })
})

afterAll(async () => {
  await server.stop()
  remove()
})

type Answer = { body: Record<string, unknown>; status: number }

const ask = async (
  address: string,
  { body, token }: { body?: object; token?: string } = {},
): Promise<Answer> => {
  const answer = await fetch(server.url + address, {
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `JWT ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body), method: 'POST' } : {}),
  })
  return { body: (await answer.json()) as Answer['body'], status: answer.status }
}

const listed = async (locale: string): Promise<Answer> =>
  ask(`/api/news-briefs?locale=${locale}&limit=1`)

test('beside a running server, readers see what is imported within a second, editors go on, and nobody meets an error', async () => {
  const file = path.join(folder, 'beside.jsonl')
  writeFileSync(file, [...contentLines({ briefs: 400 })].join('\n'))
  const { body: signedIn } = await ask('/api/users/login', { body: admin })
  const token = String(signedIn.token)
  // Remembered from now on.
  expect(await listed('en')).toMatchObject({ body: { totalDocs: 0 }, status: 200 })

  let isDone = false
  const importing = runTransfer({ args: ['import', file], place }).finally(() => (isDone = true))
  const counts: number[] = []
  const faults: Answer[] = []
  let saved = 0
  while (!isDone) {
    const read = await listed('en')
    counts.push(Number(read.body.totalDocs))
    const wrote = await ask('/api/topics?locale=en', {
      body: { title: `Saved by an editor ${saved}` },
      token,
    })
    saved += 1
    faults.push(...[read, wrote].filter(({ status }) => status >= 300))
  }
  const imported = await importing
  expect(imported, imported.output).toMatchObject({ code: 0 })
  await expect.poll(async () => (await listed('en')).body.totalDocs, { timeout: 1000 }).toBe(400)
  expect((await listed('zh')).body.totalDocs).toBe(360)

  expect(faults).toEqual([])
  expect(counts).toEqual(counts.toSorted((one, other) => one - other))
  expect(counts.filter((count) => count > 0 && count < 400)).not.toEqual([])
  const topics = await ask('/api/topics?locale=en&limit=1')
  expect(topics.body.totalDocs).toBe(8 + saved)
  expect(server.output()).not.toMatch(/"level":(?:"(?:error|fatal)"|[56]0)/)
})
