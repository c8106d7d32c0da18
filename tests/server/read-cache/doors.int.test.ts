import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { changeLocales } from '@qiao/locale-publishing'
import type { Express } from 'express'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { untilCurrent } from '../../support/cache-of.ts'
import { root } from '../../support/conventions/repository.ts'
import { liftGraphqlLimits } from '../../support/lift-graphql-limits.ts'
import { startDemoApp } from '../../support/demo-app.ts'
import { feedDoors, graphqlDoors, restDoors, type Samples } from './public-doors.ts'

let server: Awaited<ReturnType<typeof startDemoApp>>
/** The same server, which remembers nothing. */
let forgetful: Express
let stats: Awaited<ReturnType<typeof untilCurrent>>
const samples: Samples = {}
let doors: string[] = []

const collections = [
  'awards',
  'media',
  'news-briefs',
  'partner-profiles',
  'programs',
  'stories',
  'topics',
]

beforeAll(async () => {
  liftGraphqlLimits()
  server = await startDemoApp()
  const { payload } = server
  const { env } = await import('../../../src/env.ts')
  const { createApp } = await import('../../../src/server/app.ts')
  const { feedOptions } = await import('../../../src/feeds.ts')
  forgetful = createApp({ env: { ...env, cache: { ...env.cache, isOn: false } }, payload })
  stats = await untilCurrent(server.app)
  for (const collection of collections) {
    const { body } = await request(server.app).get(`/api/${collection}?locale=en&depth=0&limit=1`)
    samples[collection] = { slug: '', ...body.docs[0] }
  }
  const { body } = await request(server.app).get('/api/openapi.json')
  const schema = readFileSync(join(root, 'src/generated/schema.graphql'), 'utf8')
  doors = [
    ...restDoors(body, samples),
    ...graphqlDoors(schema, samples),
    ...feedDoors({
      calendars: Object.keys(feedOptions.calendars ?? {}),
      collections: Object.keys(feedOptions.collections),
      groups: Object.keys(feedOptions.groups ?? {}),
      locales: ['en', 'zh'],
      slugOf: (group) => samples[group]?.slug ?? '',
    }),
  ]
}, 120_000)

afterAll(async () => {
  await server.stop()
})

/** What readers get, without what is told of each request anew. */
const ask = async (app: Express, door: string) => {
  const { body, headers, status } = await request(app)
    .get(door)
    .set('Accept-Encoding', 'identity')
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')))
    })
  const isPublic = status === 200 && String(headers['cache-control']).startsWith('public')
  const text = String(body).replace(/"requestId":"[^"]*"/, '')
  return { isPublic, text: `${status} ${headers.etag ?? ''} ${text}` }
}

type Collection = 'news-briefs'

const write = (collection: string, data: object, locale: 'en' | 'zh') =>
  server.payload.update({
    collection: collection as Collection,
    data: { ...data, ...(hasPages(collection) ? { _status: 'published' } : {}) } as never,
    id: samples[collection]!.id,
    locale,
  })

const hasPages = (collection: string) => !['media', 'topics'].includes(collection)

const titles: Record<string, string> = { media: 'alt', 'partner-profiles': 'name' }

const rename = async (collection: string) => {
  for (const locale of ['en', 'zh'] as const)
    await write(collection, { [titles[collection] ?? 'title']: `Renamed in ${locale}` }, locale)
}

const remove = async (collection: string) => {
  const { payload } = server
  const { id } = samples[collection]!
  if (!hasPages(collection)) {
    await payload.delete({ collection: collection as Collection, id })
    return
  }
  await withConflictRetry(async () =>
    changeLocales('unpublish', {
      collection: payload.collections[collection as Collection].config,
      id,
      locales: ['en', 'zh'],
      overrideAccess: true,
      req: await createLocalReq({ locale: 'en' }, payload),
    }),
  )
}

const renamePublisher = async () => {
  const { payload } = server
  for (const locale of ['en', 'zh'] as const)
    await payload.updateGlobal({
      slug: 'organization',
      data: { siteName: `Renamed in ${locale}` },
      locale,
    })
}

it('what is read through any door is noted: after each write, it is new there', async () => {
  const last = new Map<string, string>()
  const open = new Set<string>()
  const changed = new Set<string>()
  const faults: string[] = []
  for (const door of doors) {
    const { isPublic, text } = await ask(server.app, door)
    last.set(door, text)
    if (!isPublic) continue
    open.add(door)
    // MongoDB may tell late of what was written before.
    await vi.waitFor(async () => {
      const { hits } = stats()
      await ask(server.app, door)
      if (stats().hits === hits) throw new Error(`${door} is not answered from memory.`)
    }, 10_000)
  }
  const look = async (what: string) => {
    for (const door of open) {
      const { hits } = stats()
      const { text } = await ask(server.app, door)
      const isKept = stats().hits > hits
      if (isKept && text !== (await ask(forgetful, door)).text)
        faults.push(`${door} is old after ${what}`)
      if (text !== last.get(door)) changed.add(door)
      last.set(door, text)
    }
  }
  for (const collection of collections) {
    await rename(collection)
    await look(`renaming one of ${collection}`)
  }
  await renamePublisher()
  await look('renaming the publisher')
  for (const collection of collections) await remove(collection)
  await look('removing one of each')
  expect(faults).toEqual([])
  console.log(`read cache: ${doors.length} doors, ${open.size} of them open to everybody`)
  expect(open.size).toBeGreaterThan(120)
  // Nothing is learned of a door behind which nothing has changed.
  const same = [...open].filter((door) => !changed.has(door)).map(decodeURIComponent)
  expect(same).toEqual([
    expect.stringContaining('docAccessOrganization'),
    expect.stringContaining('initializedUser'),
    '/sitemap.xml',
  ])
}, 300_000)
