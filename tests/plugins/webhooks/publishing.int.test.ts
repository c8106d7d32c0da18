import { afterAll, beforeAll, expect, it } from 'vitest'

import { openWebhooks, publishBrief, sendAt, type Webhooks } from './open-webhooks.ts'

let world: Webhooks

beforeAll(async () => {
  world = await openWebhooks()
})

afterAll(() => world.stop())

it('tells what becomes of one language of a document, from its publication to its end', async () => {
  const { ask, payload, receiver } = world
  const webhook = await world.add()
  const brief = await publishBrief(payload)
  await sendAt(payload, 0)
  await payload.update({
    id: brief.id,
    collection: 'news-briefs',
    data: { _status: 'published', title: '新的标题' },
    locale: 'zh',
  })
  await sendAt(payload, 0)
  // A draft is nothing that readers see.
  await payload.update({
    id: brief.id,
    collection: 'news-briefs',
    data: { title: 'A draft' },
    draft: true,
    locale: 'en',
  })
  await ask('post', `news-briefs/${brief.id}/unpublish`, { locales: ['zh'] })
  await sendAt(payload, 0)
  await ask('post', `news-briefs/${brief.id}/publish`, { locales: ['zh'] })
  await sendAt(payload, 0)
  await ask('delete', `news-briefs/${brief.id}`)
  await sendAt(payload, 0)
  const told = receiver.received.map((each) => {
    const { data, type } = receiver.verify(each, webhook.secret)
    const page = data.document as null | { document: { title: string } }
    return [type, data.locale, data.slug, page?.document.title]
  })
  expect(told).toEqual([
    ['news-briefs.published', 'zh', brief.slug, '一条简讯'],
    ['news-briefs.changed', 'zh', brief.slug, '新的标题'],
    ['news-briefs.unpublished', 'zh', brief.slug, undefined],
    ['news-briefs.published', 'zh', brief.slug, '新的标题'],
    ['news-briefs.deleted', 'zh', brief.slug, undefined],
  ])
})
