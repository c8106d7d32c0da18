import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../src/database/index.ts'
import { startTestApp } from '../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.stop())

const draft = (data: Record<string, unknown>, locale: 'en' | 'zh' = 'en') =>
  withConflictRetry(() =>
    app.payload.create({
      collection: 'stories',
      data: { kind: 'success', title: 'Untitled', ...data },
      draft: true,
      locale,
    }),
  )

const change = (id: string, data: Record<string, unknown>, locale: 'en' | 'zh' = 'en') =>
  app.payload.update({ id, collection: 'stories', data, locale })

describe('a slug', () => {
  it('is made from the title, in pinyin for Chinese, for each language on its own', async () => {
    const story = await draft({ title: '垃圾分类' }, 'zh')
    expect(story.slug).toBe('la-ji-fen-lei')
    const english = await app.payload.update({
      id: story.id,
      collection: 'stories',
      data: { title: 'Sorting waste' },
      draft: true,
      locale: 'en',
    })
    expect(english.slug).toBe('sorting-waste')
  })

  it('stays when the title changes', async () => {
    const story = await draft({ title: 'First words' })
    const renamed = await change(story.id, { _status: 'published', title: 'Other words' })
    expect(renamed.slug).toBe('first-words')
  })

  it('may be the same in the other language and in another collection', async () => {
    await draft({ title: 'COP25' }, 'en')
    expect((await draft({ title: 'COP25' }, 'zh')).slug).toBe('cop25')
    const topic = await app.payload.create({
      collection: 'topics',
      data: { title: 'COP25' },
      locale: 'en',
    })
    expect(topic.slug).toBe('cop25')
  })

  it('gets a number when another document has it', async () => {
    await draft({ title: 'Green roofs' })
    expect((await draft({ title: 'Green roofs' })).slug).toBe('green-roofs-2')
  })

  it('that was written by hand and is taken is an error at the field', async () => {
    await draft({ title: 'Taken' })
    await expect(draft({ slug: 'taken', title: 'New' })).rejects.toMatchObject({
      data: { errors: [expect.objectContaining({ path: 'slug' })] },
      status: 400,
    })
  })

  it('that was public stays reserved; one that never was is given back', async () => {
    const story = await draft({ title: 'Old address' })
    await change(story.id, { _status: 'published' })
    await change(story.id, { _status: 'published', slug: 'new-address' })
    await expect(draft({ slug: 'old-address' })).rejects.toMatchObject({ status: 400 })

    const unseen = await draft({ title: 'Unseen' })
    await app.payload.update({
      id: unseen.id,
      collection: 'stories',
      data: { slug: 'seen' },
      draft: true,
      locale: 'en',
    })
    expect((await draft({ slug: 'unseen' })).slug).toBe('unseen')
  })

  it('is free again when its document is deleted', async () => {
    const story = await draft({ title: 'Gone' })
    await app.payload.delete({ id: story.id, collection: 'stories' })
    expect((await draft({ title: 'Gone' })).slug).toBe('gone')
  })

  it('is never given twice, however many save the same title at once', async () => {
    const saved = await Promise.all(Array.from({ length: 40 }, () => draft({ title: 'Same time' })))
    const slugs = saved.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(40)
  })

  it('written by hand by many at once goes to one of them', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => draft({ slug: 'by-hand' })),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ data: { errors: [{ path: 'slug' }] }, status: 400 })
    }
  })
})
