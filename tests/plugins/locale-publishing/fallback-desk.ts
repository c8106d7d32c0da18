import { stringify } from 'qs-esm'
import request from 'supertest'
import { afterAll, beforeAll } from 'vitest'

import { startTestApp } from '../../support/test-app.ts'
import { buildFallbackWorld, type FallbackWorld } from './fallback-world.ts'

export type Doc = Record<string, unknown> & { id: string }

/** A server with the world of fallbacks while a test file runs, and how it is asked: in Chinese, with English in its place. */
export const openFallbackDesk = () => {
  let server: Awaited<ReturnType<typeof startTestApp>>
  let world: FallbackWorld

  beforeAll(async () => {
    server = await startTestApp()
    world = await buildFallbackWorld(server)
  })

  afterAll(() => server.stop())

  const get = (path: string, query: Record<string, unknown> = {}, headers = {}) =>
    request(server.app)
      .get(`/api/${path}?${stringify({ fallback: 'en', locale: 'zh', ...query })}`)
      .set(headers)

  return {
    get,
    list: async (query: Record<string, unknown> = {}, headers = {}) => {
      const { body } = await get('news-briefs', query, headers).expect(200)
      return body as { docs: Doc[]; totalDocs: number }
    },
    namesOf: (docs: { id: string }[]) => docs.map(({ id }) => world.nameOf(id)).sort(),
    read: async (name: string, query: Record<string, unknown> = {}, headers = {}) => {
      const path = `news-briefs/${world.ids[name]}`
      return (await get(path, query, headers).expect(200)).body as Doc
    },
    get server() {
      return server
    },
    get world() {
      return world
    },
  }
}
