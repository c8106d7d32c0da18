import { listPublicDocuments } from '@qiao/content-changes'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { fillBatch } from '../../../src/plugins/content-changes/src/fill/fill-public-documents.ts'
import { completeOptions } from '../../../src/plugins/content-changes/src/options.ts'
import { inShort, openChangesDesk, openCopy } from './changes-desk.ts'

let desk: Awaited<ReturnType<typeof openChangesDesk>>

beforeAll(async () => {
  desk = await openChangesDesk()
}, 120_000)

afterAll(() => desk.stop())

const place = () => ({
  options: completeOptions(
    { collections: ['stories'], ignoredFields: ['lastSaved', 'localeStates'] },
    desk.payload.config as never,
  ),
  payload: desk.payload,
})

// The server does the same by itself now and then.
const fillOnce = () => withConflictRetry(() => fillBatch(place()))

const fillAll = async () => {
  while (await fillOnce()) {
    // Until all is done.
  }
}

/** The database as it was before there was a register. */
const forgetRegister = () =>
  withConflictRetry(async () => {
    const { db } = desk.payload
    const transactionID = (await db.beginTransaction()) ?? ''
    try {
      for (const collection of ['public-documents', 'public-documents-progress'] as const) {
        const where = { key: { exists: true } }
        await db.deleteMany({ collection, req: { transactionID }, where })
      }
      await db.commitTransaction(transactionID)
    } catch (error) {
      await db.rollbackTransaction(transactionID)
      throw error
    }
  })

describe('a register', () => {
  it('is not told of while it is made, but when to ask again', async () => {
    await desk.payload.db.updateOne({
      collection: 'public-documents-progress',
      data: { isFilled: false },
      where: { key: { equals: 'fill/awards' } },
    })
    const path = '/api/changes?locale=all&collection=awards'
    const { body, headers } = await request(desk.app).get(path).expect(503)
    expect(body.errors[0]).toMatchObject({ code: 'unavailable' })
    expect(headers['retry-after']).toBe('5')
  })

  it('is made of what was there before it, in batches, and then says what readers find', async () => {
    const { db } = desk.payload
    for (let index = 0; index < 60; index += 1) {
      await db.create({
        collection: 'stories',
        data: {
          _status: { en: index % 2 ? 'published' : 'draft', zh: 'published' },
          kind: 'success',
          slug: { en: `e-${index}`, zh: `z-${index}` },
          title: { en: `E ${index}`, zh: `Z ${index}` },
        },
      })
    }
    await forgetRegister()
    expect(await fillOnce()).toBe(true)
    // A start that was cut off goes on where it was.
    await fillAll()
    const copy = openCopy()
    copy.apply((await desk.read(undefined, 'locale=all&collection=stories')).changes)
    expect(copy.pages()).toEqual(await desk.publicNow())
    expect(copy.pages()).toHaveLength(90)
  })

  it('made of documents is the one that is kept while they are written', async () => {
    const id = await desk.newStory('zh', { sources: [{ title: 'P', url: 'https://p.example/1' }] })
    await desk.payload.update({
      id,
      collection: 'stories',
      data: { _status: 'published', title: 'E' },
      locale: 'en',
    })
    const hashes = async () => {
      const { docs } = await desk.payload.db.find<{ hash: string; locale: string }>({
        collection: 'public-documents',
        sort: 'locale',
        where: { document: { equals: id } },
      })
      return docs.map(({ hash, locale }) => [locale, hash])
    }
    const kept = await hashes()
    await forgetRegister()
    await fillAll()
    expect(await hashes()).toEqual(kept)
    expect(kept).toHaveLength(2)
  })

  it('is compared again when nobody knows what was written, and tells then', async () => {
    const { db } = desk.payload
    const { cursor } = await desk.read(undefined, 'locale=all&collection=stories')
    await db.updateMany({
      collection: 'stories',
      data: {
        _status: { en: 'published', zh: 'published' },
        slug: { en: 'e-1', zh: 'z-1' },
        title: { en: 'New', zh: '新' },
      },
      where: { 'slug.zh': { equals: 'z-1' } },
    })
    await db.deleteMany({ collection: 'stories', where: { 'slug.zh': { equals: 'z-3' } } })
    await fillAll()
    const { changes } = await desk.read(cursor, 'locale=all&collection=stories')
    expect(inShort(changes)).toEqual([
      'deleted en e-3',
      'deleted zh z-3',
      'upserted en e-1',
      'upserted zh z-1',
    ])
  })

  it('lists what is public in a language, a page at a time', async () => {
    const listed: string[] = []
    let after: string | undefined
    do {
      const page = await listPublicDocuments({
        after,
        collection: 'stories',
        limit: 20,
        locale: 'en',
        payload: desk.payload,
      })
      listed.push(...(page?.documents ?? []).map(({ document, slug }) => `${document} ${slug}`))
      after = page?.next
    } while (after)
    const known = await desk.publicNow()
    expect(listed.map((each) => `stories/${each.replace(' ', ' en ')}`).sort()).toEqual(
      known.filter((each) => each.includes(' en ')),
    )
  })
})
