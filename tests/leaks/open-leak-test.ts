import { afterAll, beforeAll } from 'vitest'

import { startTestApp } from '../support/test-app.ts'
import { buildWorld, type World } from './build-world.ts'
import { type Client, openClient } from './client.ts'
import type { DocumentPlan } from './plan.ts'

/** The world of these plans behind a real server while a test file runs, and a reader who asks it. */
export const openLeakTest = (plans: () => DocumentPlan[]) => {
  let app: Awaited<ReturnType<typeof startTestApp>>
  let client: Client
  let world: World

  beforeAll(async () => {
    app = await startTestApp()
    app.payload.logger.level = 'silent'
    world = await buildWorld(app.payload, plans())
    client = await openClient(app.app)
  })

  afterAll(async () => {
    await client.close()
    await app.stop()
  })

  return {
    get client() {
      return client
    },
    get payload() {
      return app.payload
    },
    get world() {
      return world
    },
  }
}
