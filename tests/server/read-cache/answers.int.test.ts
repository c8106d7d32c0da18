import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Express } from 'express'
import request from 'supertest'

import { startTestApp } from '../../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let app: Express

beforeAll(async () => {
  server = await startTestApp()
  app = server.app
})

afterAll(async () => {
  await server.stop()
})

describe('an answer', () => {
  it('is remembered, with a tag, and 304 for who has it', async () => {
    await server.payload.create({
      collection: 'topics',
      data: { title: 'One' } as never,
      locale: 'en',
    })
    const first = await request(app).get('/api/topics?depth=0').expect(200)
    const second = await request(app).get('/api/topics?depth=0').expect(200)
    expect(second.body).toEqual(first.body)
    await request(app)
      .get('/api/topics?depth=0')
      .set('If-None-Match', first.headers.etag!)
      .expect(304)
    await server.payload.create({
      collection: 'topics',
      data: { title: 'Two' } as never,
      locale: 'en',
    })
    const third = await request(app).get('/api/topics?depth=0').expect(200)
    expect(third.body.totalDocs).toBe(2)
  })
})
