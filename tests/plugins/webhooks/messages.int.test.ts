import { describe, expect, it } from 'vitest'

import request from 'supertest'

import { eventOf, inVain, openWebhookTest, publishBrief, queue, sendAt } from './open-webhooks.ts'

const world = openWebhookTest({ hasWebhook: false })

describe('a message', () => {
  it('is what a reader who is not signed in gets, signed as Standard Webhooks says', async () => {
    const { app, payload, receiver } = world
    const brief = await publishBrief(payload)
    const webhook = await world.add()
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
    const { ask, payload, receiver } = world
    await world.add()
    const brief = await publishBrief(payload, { title: '撤下的简讯' })
    await ask('post', `news-briefs/${brief.id}/unpublish`, { locales: ['zh'] })
    await sendAt(payload, 0)
    expect(receiver.received.map(({ body: { data, type } }) => [type, data])).toEqual([
      [
        'news-briefs.published',
        expect.objectContaining({ document: null, documentOmitted: 'not-public' }),
      ],
      [
        'news-briefs.unpublished',
        expect.objectContaining({ document: null, documentOmitted: null }),
      ],
    ])
    expect(receiver.received.map(({ text }) => text).join()).not.toContain('撤下的简讯')
  })

  it('is queued with what it tells of: a rolled-back write sends nothing', async () => {
    const { payload, receiver } = world
    const webhook = await world.add()
    const title = '没有保存的简讯'
    await inVain(payload, (req) => publishBrief(payload, { req, title }))
    await sendAt(payload, 0)
    expect(receiver.received).toEqual([])
    expect(await world.log(webhook)).toEqual([])
    const where = { title: { equals: title } }
    const { totalDocs } = await payload.count({ collection: 'news-briefs', locale: 'zh', where })
    expect(totalDocs).toBe(0)
  })

  it('goes to those that want it', async () => {
    const { payload, receiver } = world
    const brief = await publishBrief(payload)
    await world.add({ events: ['deleted'], url: `${receiver.url}/deleted` })
    await world.add({ languages: ['en'], url: `${receiver.url}/english` })
    await world.add({ collections: ['awards'], url: `${receiver.url}/awards` })
    await world.add({ enabled: false, url: `${receiver.url}/off` })
    await queue(payload, [eventOf(brief)])
    await sendAt(payload, 0)
    expect(receiver.received).toEqual([])
    await queue(payload, [eventOf(brief, { locale: 'en', type: 'deleted' })])
    await sendAt(payload, 0)
    const paths = receiver.received.map(({ path }) => path).sort()
    expect(paths).toEqual(['/hook/deleted', '/hook/english'])
  })
})
