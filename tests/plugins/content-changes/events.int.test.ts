import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fillBatch } from '../../../src/plugins/content-changes/src/fill/fill-public-documents.ts'
import { followWrites } from '../../../src/plugins/content-changes/src/follow/follow-writes.ts'
import type { ContentEvent } from '../../../src/plugins/content-changes/src/model/content-event.ts'
import {
  type ChangesOptions,
  completeOptions,
} from '../../../src/plugins/content-changes/src/options.ts'
import { freshDatabaseUrl, removeTestDatabases } from '../../support/test-database.ts'

const told: ContentEvent[] = []
let options: ChangesOptions
let payload: Payload
let isRefused = false

beforeAll(async () => {
  process.env.DATABASE_URL = freshDatabaseUrl()
  process.env.LOG_LEVEL = 'silent'
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../../payload.config.ts')
  // Without what the project does on start: here nobody but the test follows.
  payload = await new BasePayload().init({ config, disableOnInit: true })
  options = completeOptions(
    {
      collections: ['stories'],
      ignoredFields: ['lastSaved', 'localeStates'],
      onEvents: async ({ events, payload: { db }, req }) => {
        told.push(...events)
        // Whoever is told may write along.
        const [{ id }] = events as [ContentEvent]
        await db.create({
          collection: 'public-documents-progress',
          data: { key: `told/${id}` },
          req,
        })
        if (isRefused) throw new Error('Nobody listens.')
      },
    },
    payload.config as never,
  )
  await fill()
  followWrites(payload, options)
}, 120_000)

afterAll(async () => {
  await payload.destroy()
  removeTestDatabases()
})

const fill = async () => {
  while (await fillBatch({ options, payload })) {
    // Until all is done.
  }
}

const eventsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  told.length = 0
  await work()
  return told.map(({ locale, slug, type }) => `${type} ${locale} ${slug}`).sort()
}

const publish = (id: string, data: object = {}) =>
  payload.update({
    id,
    collection: 'stories',
    data: { _status: 'published', ...data } as never,
    locale: 'en',
  })

const newStory = async (title: string) => {
  const data = { kind: 'success', title } as const
  return (await payload.create({ collection: 'stories', data, draft: true, locale: 'en' })).id
}

const written = async () => {
  const { totalDocs } = await payload.count({
    collection: 'public-documents-progress',
    where: { key: { like: 'told/' } },
  })
  return totalDocs
}

describe('who listens is told', () => {
  it('of what is published, changed, withdrawn and deleted, and of nothing else', async () => {
    const id = await newStory('One')
    expect(await eventsOf(() => publish(id))).toEqual(['published en one'])
    expect(await eventsOf(() => publish(id))).toEqual([])
    expect(await eventsOf(() => publish(id, { title: 'Other' }))).toEqual(['changed en one'])
    const unpublish = () =>
      payload.update({ id, collection: 'stories', data: { _status: 'draft' }, locale: 'en' })
    expect(await eventsOf(unpublish)).toEqual(['unpublished en one'])
    expect(await eventsOf(() => publish(id, { slug: 'two' }))).toEqual(['published en two'])
    const trash = () =>
      payload.update({ id, collection: 'stories', data: { deletedAt: new Date().toISOString() } })
    expect(await eventsOf(trash)).toEqual(['deleted en two'])
    const remove = () => payload.delete({ id, collection: 'stories', trash: true })
    expect(await eventsOf(remove)).toEqual([])
  })

  it('in the transaction: who is told and fails keeps the content as it was', async () => {
    const id = await newStory('Three')
    const before = await written()
    isRefused = true
    await expect(publish(id)).rejects.toThrow()
    isRefused = false
    expect(await written()).toBe(before)
    const { _status: status } = await payload.findByID({ id, collection: 'stories', locale: 'en' })
    expect(status).toBe('draft')
    expect(await eventsOf(() => publish(id))).toEqual(['published en three'])
    expect(await written()).toBe(before + 1)
  })

  it('later, when nobody knew which documents were written', async () => {
    const id = await newStory('Four')
    await publish(id)
    const write = () =>
      payload.db.updateMany({
        collection: 'stories',
        data: { _status: { en: 'published' }, slug: { en: 'four' }, title: { en: 'New' } },
        where: { 'slug.en': { equals: 'four' } },
      })
    expect(await eventsOf(() => write().then(fill))).toEqual(['changed en four'])
  })

  it('with a time and an id for each', async () => {
    await eventsOf(async () => publish(await newStory('Five')))
    expect(told).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        collection: 'stories',
        document: expect.any(String),
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        locale: 'en',
        slug: 'five',
        type: 'published',
      },
    ])
  })
})
