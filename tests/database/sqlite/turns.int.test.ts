import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildSmallWorld, type SmallWorld } from '../../support/small-world.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let world: SmallWorld

beforeAll(async () => {
  app = await startTestApp()
  world = await buildSmallWorld(app.payload)
})

afterAll(() => app.stop())

test('readers have their turn many times while a document is written', async () => {
  let turns = 0
  let isWriting = true
  const count = () => {
    turns += 1
    if (isWriting) setImmediate(count)
  }
  const change = app.payload.update({
    collection: 'news-briefs',
    data: { _status: 'published', title: 'Another title' },
    id: world.brief,
    locale: 'en',
  })
  setImmediate(count)
  await change
  isWriting = false
  expect(turns).toBeGreaterThan(5)
})
