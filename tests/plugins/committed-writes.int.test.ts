import { type CommitListener, type Write, watchWrites } from '@qiao/committed-writes'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../src/database/index.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let told: Write[][] = []
let before: CommitListener['beforeCommit']

beforeAll(async () => {
  app = await startTestApp()
  watchWrites(app.payload, {
    afterCommit: (writes) => void told.push([...writes]),
    beforeCommit: async (about) => before?.(about),
    watches: (slug) => ['organization', 'stories'].includes(slug),
  })
})

afterAll(() => app.stop())

beforeEach(() => {
  told = []
  before = undefined
})

const createStory = (title: string, status: 'draft' | 'published' = 'published') =>
  withConflictRetry(() =>
    app.payload.create({
      collection: 'stories',
      data: { _status: status, kind: 'success', title },
      draft: status === 'draft',
      locale: 'en',
    }),
  )

const documentWrites = (): Write[] => told.flat().filter(({ isVersion }) => !isVersion)

describe('what a transaction wrote', () => {
  it('is told once, with the documents, when it is committed', async () => {
    const { id } = await createStory('Told')
    expect(told).toHaveLength(1)
    expect(documentWrites()[0]).toMatchObject({
      entity: 'collection',
      ids: [id],
      operation: 'create',
      slug: 'stories',
    })
    expect(told[0]!.some((write) => write.isVersion && write.ids?.[0] === id)).toBe(true)
  })

  it('is told before whoever wrote is answered', async () => {
    const order: string[] = []
    before = () => {
      order.push('before')
      return Promise.resolve()
    }
    await createStory('In order').then(() => order.push('answered', String(told.length)))
    expect(order).toEqual(['before', 'answered', '1'])
  })

  it('tells drafts from what readers see', async () => {
    const { id } = await createStory('Published first')
    told = []
    await app.payload.update({
      id,
      collection: 'stories',
      data: { title: 'A draft on top' },
      draft: true,
      locale: 'en',
    })
    expect(told.flat().filter(({ isVersion }) => isVersion)).not.toHaveLength(0)
    for (const { fields } of documentWrites()) {
      expect(fields?.toSorted()).toEqual(['localeStates', 'updatedAt'])
    }
  })

  it('names what is deleted, alone and in bulk', async () => {
    const one = await createStory('Deleted alone')
    const two = await createStory('Deleted in bulk')
    told = []
    await app.payload.delete({ id: one.id, collection: 'stories' })
    await app.payload.delete({ collection: 'stories', where: { id: { equals: two.id } } })
    const deleted = documentWrites().filter(({ operation }) => operation === 'deleteOne')
    expect(deleted.map(({ ids }) => ids)).toEqual([[one.id], [two.id]])
  })

  it('names nothing where what was changed may not be found by its filter any more', async () => {
    await createStory('Moved')
    told = []
    const data = { title: { en: 'Moved away' } }
    const where = { 'title.en': { equals: 'Moved' } }
    await app.payload.db.updateMany({ collection: 'stories', data, where })
    expect(documentWrites()).toMatchObject([{ ids: undefined, operation: 'updateMany' }])
  })

  it('holds globals', async () => {
    await app.payload.updateGlobal({
      slug: 'organization',
      data: { siteName: 'Bridge' },
      locale: 'en',
    })
    const globals = documentWrites().filter(({ entity }) => entity === 'global')
    expect(globals.map(({ slug }) => slug)).toContain('organization')
  })

  it('is told of writes that begin no transaction, too', async () => {
    const { id } = await createStory('Directly')
    told = []
    let transaction: unknown
    before = ({ req }) => {
      transaction = req.transactionID
      return Promise.resolve()
    }
    await app.payload.db.updateOne({ id, collection: 'stories', data: { kind: 'interview' } })
    expect(documentWrites()).toMatchObject([{ fields: ['kind'], ids: [id] }])
    expect(transaction).toBeTruthy()
    const { kind } = await app.payload.findByID({ id, collection: 'stories' })
    expect(kind).toBe('interview')
  })

  it('leaves out collections that nobody watches', async () => {
    await app.payload.create({ collection: 'topics', data: { title: 'Water' }, locale: 'en' })
    expect(told).toEqual([])
  })

  it('is kept apart for transactions at the same time', async () => {
    const stories = await Promise.all(['One', 'Two', 'Three'].map((title) => createStory(title)))
    const named = told.map((writes) => new Set(writes.flatMap(({ ids }) => ids ?? [])))
    expect(named.every(({ size }) => size === 1)).toBe(true)
    expect(named.flatMap((ids) => [...ids]).toSorted()).toEqual(stories.map(({ id }) => id).sort())
  })
})

describe('a transaction that fails', () => {
  it('is not told when it is rolled back', async () => {
    const { db } = app.payload
    const id = await db.beginTransaction()
    const { id: story } = await app.payload.create({
      collection: 'stories',
      data: { _status: 'published', kind: 'success', title: 'Never' },
      locale: 'en',
      req: { transactionID: id! },
    })
    await db.rollbackTransaction(id!)
    expect(told).toEqual([])
    const { totalDocs } = await app.payload.count({
      collection: 'stories',
      where: { id: { equals: story } },
    })
    expect(totalDocs).toBe(0)
  })

  it('leaves nothing when what is done before COMMIT fails, and the next one works', async () => {
    before = () => Promise.reject(new Error('Not this one'))
    await expect(createStory('Refused')).rejects.toThrow('Not this one')
    before = undefined
    const { totalDocs } = await app.payload.count({
      collection: 'stories',
      where: { title: { equals: 'Refused' } },
    })
    expect(totalDocs).toBe(0)
    told = []
    await createStory('Afterwards')
    expect(told).toHaveLength(1)
    await request(app.app).get('/api/stories?locale=en&limit=1').expect(200)
  })

  it('is undone together with what was written before COMMIT', async () => {
    const { id: topic } = await app.payload.create({
      collection: 'topics',
      data: { title: 'Unchanged' },
      locale: 'en',
    })
    before = async ({ payload, req }) => {
      await payload.db.updateOne({
        id: topic,
        collection: 'topics',
        data: { deletedAt: new Date().toISOString() },
        req,
      })
      throw new Error('After all')
    }
    await expect(createStory('Undone')).rejects.toThrow('After all')
    const kept = await app.payload.findByID({ id: topic, collection: 'topics' })
    expect(kept.deletedAt ?? null).toBeNull()
  })
})
