import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import request from 'supertest'

import { status } from '../../support/webhook-receiver.ts'
import {
  eventOf,
  openWebhooks,
  publishBrief,
  queue,
  queueInVain,
  sendAt,
  type Webhook,
  type Webhooks,
} from './open-webhooks.ts'

let world: Webhooks
let webhook: Webhook

beforeAll(async () => {
  world = await openWebhooks()
})

afterAll(() => world.stop())

beforeEach(async () => {
  await world.payload.delete({ collection: 'webhooks', where: {} })
  webhook = await world.add()
  world.receiver.received.length = 0
  world.receiver.answer(status(204))
})

describe('a message', () => {
  it('is what a reader who is not signed in gets, signed as Standard Webhooks says', async () => {
    const { app, payload, receiver } = world
    const brief = await publishBrief(payload)
    const event = eventOf(brief)
    await queue(payload, [event])
    await sendAt(payload, 0)
    expect(receiver.received).toHaveLength(1)
    const [received] = receiver.received
    const body = receiver.verify(received!, webhook.secret)
    const page = await request(app).get(`/api/delivery/news-briefs/${brief.slug}?locale=zh`)
    expect(body).toEqual({
      type: 'news-briefs.published',
      timestamp: event.at,
      data: {
        collection: 'news-briefs',
        id: brief.id,
        locale: 'zh',
        slug: brief.slug,
        url: page.body.canonical,
        tags: ['news-briefs', `news-briefs:${brief.id}`],
        document: page.body,
        documentOmitted: null,
      },
    })
    expect(page.body.document.title).toBe('一条简讯')
    expect(() => receiver.verify(received!, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toThrow(
      'No matching signature',
    )
  })

  it('never holds what was withdrawn before it is sent', async () => {
    const { payload, receiver } = world
    const brief = await publishBrief(payload, '撤下的简讯')
    await queue(payload, [eventOf(brief)])
    await payload.update({
      id: brief.id,
      collection: 'news-briefs',
      data: { _status: 'draft' },
      locale: 'zh',
    })
    await sendAt(payload, 0)
    expect(receiver.received).toHaveLength(1)
    expect(receiver.received[0]!.body.data).toMatchObject({
      document: null,
      documentOmitted: 'not-public',
    })
    expect(receiver.received[0]!.text).not.toContain('撤下的简讯')
  })

  it('of something that is gone holds no document', async () => {
    const { payload, receiver } = world
    const brief = await publishBrief(payload)
    await queue(payload, [eventOf(brief, { type: 'unpublished' })])
    await queue(payload, [eventOf(brief, { type: 'deleted' })])
    await sendAt(payload, 0)
    const told = receiver.received.map(({ body }) => [body.type, body.data.document])
    expect(told).toEqual([
      ['news-briefs.unpublished', null],
      ['news-briefs.deleted', null],
    ])
  })

  it('is queued with what it tells of: a rolled-back write sends nothing', async () => {
    const { payload, receiver } = world
    const brief = await publishBrief(payload)
    await queueInVain(payload, [eventOf(brief)])
    await sendAt(payload, 0)
    expect(receiver.received).toEqual([])
    expect(await world.log(webhook)).toEqual([])
  })

  it('goes to those that want it', async () => {
    const { payload, receiver } = world
    await payload.delete({ collection: 'webhooks', where: {} })
    await world.add({ events: ['deleted'], url: `${receiver.url}/deleted` })
    await world.add({ languages: ['en'], url: `${receiver.url}/english` })
    await world.add({ collections: ['awards'], url: `${receiver.url}/awards` })
    await world.add({ enabled: false, url: `${receiver.url}/off` })
    const brief = await publishBrief(payload)
    await queue(payload, [eventOf(brief)])
    await sendAt(payload, 0)
    expect(receiver.received).toEqual([])
    await queue(payload, [eventOf(brief, { locale: 'en', type: 'deleted' })])
    await sendAt(payload, 0)
    const paths = receiver.received.map(({ path }) => path).sort()
    expect(paths).toEqual(['/hook/deleted', '/hook/english'])
  })
})
