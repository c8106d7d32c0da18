import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { forgetGone } from '../../../src/plugins/content-changes/src/order/forget-gone.ts'
import { inShort, openChangesDesk, openCopy } from './changes-desk.ts'

let desk: Awaited<ReturnType<typeof openChangesDesk>>

beforeAll(async () => {
  desk = await openChangesDesk()
  for (let index = 0; index < 7; index += 1) {
    const id = await desk.newStory('zh', { title: `故事${index}` })
    if (index % 2) await unpublish(id)
  }
  await desk.payload.create({ collection: 'topics', data: { title: 'Water' }, locale: 'en' })
}, 120_000)

afterAll(() => desk.stop())

const unpublish = (id: string, locale = 'zh') =>
  desk.as.post(`/api/stories/${id}/unpublish`, { locales: [locale] }).expect(200)

const refused = async (query: string) => {
  const { body, status } = await request(desk.app).get(`/api/changes?${query}`)
  const [{ field, message }] = body.errors
  return { field, message, status }
}

describe('a first question', () => {
  it('is answered with what is public, and nothing of what was', async () => {
    const copy = openCopy()
    const { changes } = await desk.read(undefined, 'locale=all&limit=2')
    expect(changes.every(({ type }) => type === 'upserted')).toBe(true)
    copy.apply(changes)
    expect(copy.pages()).toEqual(await desk.publicNow(['stories', 'topics']))
  })

  it('misses nothing that changes between its pages', async () => {
    const copy = openCopy()
    const first = await desk.ask('locale=all&limit=2')
    const seen = first.changes[0]!
    const [, , unseen] = (await desk.read(undefined)).changes
    copy.apply(first.changes)
    await unpublish(seen.id)
    await unpublish(unseen!.id)
    const id = await desk.newStory('en', { title: 'In between' })
    const rest = await desk.read(first.cursor, 'locale=all&limit=2')
    copy.apply(rest.changes)
    expect(rest.changes.map((each) => each.id)).toContain(id)
    expect(rest.changes.filter(({ type }) => type === 'deleted').map((each) => each.id)).toEqual([
      seen.id,
      unseen!.id,
    ])
    expect(copy.pages()).toEqual(await desk.publicNow(['stories', 'topics']))
  })

  it('can be narrowed to a language and a collection', async () => {
    const { changes } = await desk.read(undefined, 'locale=en&limit=1')
    expect(new Set(changes.map(({ locale }) => locale))).toEqual(new Set(['en']))
    const topics = await desk.ask('locale=all&collection=topics')
    expect(inShort(topics.changes)).toEqual(['upserted en water'])
    expect(inShort((await desk.ask('locale=zh&collection=topics')).changes)).toEqual([])
  })

  it('is about the usual language when none is named, as everywhere', async () => {
    const { changes } = await desk.ask('limit=1000')
    const { changes: named } = await desk.ask('locale=en&limit=1000')
    expect(changes).toEqual(named)
  })
})

describe('a question that cannot be answered', () => {
  it.each([
    ['since=nonsense&locale=all', 'since'],
    ['since=&locale=all', 'since'],
    [`since=${'x'.repeat(5000)}&locale=all`, 'since'],
    ['since[gt]=1', 'since[gt]'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['collection=users', 'collection'],
    ['collection=media', 'collection'],
    ['locale=fr', 'locale'],
    ['draft=true', 'draft'],
    ['where[slug][equals]=x', 'where[slug][equals]'],
  ])('%s is refused', async (query, field) => {
    const answer = await refused(query)
    expect(answer.status).toBe(400)
    expect(answer.message).toContain(field.replace(/\[.*/, ''))
  })

  it('is one with the cursor of another question', async () => {
    const { cursor } = await desk.ask('locale=zh')
    expect(await refused(`locale=all&since=${cursor}`)).toMatchObject({
      field: 'since',
      message: expect.stringContaining('another “locale” or “collection”'),
      status: 400,
    })
  })

  it('is one with a cursor that is ahead, or of another database', async () => {
    const { cursor } = await desk.ask('locale=all')
    const [version, epoch, place, ...rest] = Buffer.from(cursor, 'base64url').toString().split('.')
    const encode = (parts: unknown[]) => Buffer.from(parts.join('.')).toString('base64url')
    const ahead = encode([version, epoch, Number(place) + 1000, ...rest])
    const other = encode([version, '6a1f3ab2-1111-4222-8333-0123456789ab', place, ...rest])
    for (const since of [ahead, other])
      expect((await refused(`locale=all&since=${since}`)).status).toBe(410)
  })
})

describe('what is gone', () => {
  it('is told of for a time; then whoever has not heard of it begins anew', async () => {
    const before = await desk.read(undefined)
    const id = await desk.newStory('en', { title: 'Soon gone' })
    const began = await desk.ask('locale=all&limit=1')
    await unpublish(id, 'en')
    const { cursor: after } = await desk.read(before.cursor)
    const days = 90
    expect(await forgetGone({ days, payload: desk.payload })).toBe(false)
    expect((await desk.read(before.cursor)).changes.map((each) => each.id)).toContain(id)
    await forgetGone({
      days,
      now: Date.now() + 91 * 24 * 60 * 60 * 1000,
      payload: desk.payload,
    })
    expect(await refused(`locale=all&since=${before.cursor}`)).toMatchObject({
      message: expect.stringContaining('Sync again: ask without “since”'),
      status: 410,
    })
    // Who began before it was gone, and has not read to the end, either.
    expect((await refused(`locale=all&since=${began.cursor}`)).status).toBe(410)
    expect((await desk.read(after)).changes).toEqual([])
    // Who begins now needs nothing of what was forgotten.
    const copy = openCopy()
    copy.apply((await desk.read(undefined, 'locale=all&limit=1')).changes)
    expect(copy.pages()).toEqual(await desk.publicNow(['stories', 'topics']))
  })
})

it('what readers never saw is in no answer', async () => {
  const { cursor } = await desk.read(undefined)
  const secret = 'never-to-be-seen'
  const id = await desk.newStory('en', { slug: secret, title: secret }, true)
  await desk.payload.update({
    id,
    collection: 'stories',
    data: { _status: 'published', title: '公开' },
    locale: 'zh',
  })
  await desk.payload.update({
    id,
    collection: 'stories',
    data: { slug: `${secret}-either`, title: secret },
    draft: true,
    locale: 'zh',
  })
  await unpublish(id)
  await desk.payload.delete({ id, collection: 'stories' })
  const told = [(await desk.read(cursor)).changes, (await desk.read(undefined)).changes]
  expect(JSON.stringify(told)).not.toContain(secret)
  expect(inShort(told[0]!)).toEqual(['deleted zh gong-kai'])
})
