import type { NewsBrief, Program } from '../../src/generated/payload-types.ts'

import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildSmallWorld, type SmallWorld } from '../support/small-world.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let world: SmallWorld

beforeAll(async () => {
  app = await startTestApp({ hasCache: false })
  world = await buildSmallWorld(app.payload)
})

afterAll(() => app.stop())

const programOfBrief = async (populate?: {
  programs: { summary: false }
}): Promise<NewsBrief['programs']> => {
  const brief = await app.payload.findByID({
    collection: 'news-briefs',
    depth: 1,
    id: world.brief,
    locale: 'en',
    ...(populate && { populate }),
  })
  return brief.programs
}

test('a program that a brief refers to brings its own fields, and not what refers to it', async () => {
  const [program] = (await programOfBrief()) as Program[]
  expect(program).toMatchObject({ id: world.program, kind: 'program', title: 'programs en' })
  expect(program?.briefs).toBeUndefined()
  expect(program?.stories).toBeUndefined()
  const alone = await app.payload.findByID({ collection: 'programs', id: world.program })
  expect(alone.briefs?.docs).toHaveLength(1)
})

test('is the same to the byte each time, with the ids of its rows', async () => {
  const ask = async () => (await request(app.app).get('/api/news-briefs?locale=en')).text
  const first = await ask()
  expect(first).toContain('"partners":[{"')
  expect([await ask(), await ask()]).toEqual([first, first])
})

test('a program in the trash is not shown where a brief refers to it', async () => {
  const deletedAt = new Date().toISOString()
  await app.payload.update({ collection: 'programs', data: { deletedAt }, id: world.program })
  expect(await programOfBrief()).toEqual([])
  expect(await programOfBrief({ programs: { summary: false } })).toEqual([])
})
