import { expect, it } from 'vitest'

import { pruneDeliveries } from '../../../src/plugins/webhooks/src/sending/prune-deliveries.ts'
import { selfSigned } from '../../support/self-signed.ts'
import { startReceiver, status } from '../../support/webhook-receiver.ts'
import { eventOf, openWebhookTest, queue, sendAt } from './open-webhooks.ts'

const world = openWebhookTest()

const days = 24 * 60 * 60

it('does not trust a receiver whose certificate nobody vouches for, and says so', async () => {
  const { payload } = world
  const receiver = await startReceiver({ tls: selfSigned })
  const webhook = await world.add({ url: receiver.url })
  await queue(payload, [eventOf(world.brief)])
  await sendAt(payload, 0)
  await receiver.close()
  expect(receiver.received).toEqual([])
  const [logged] = await world.log(webhook)
  expect(logged).toMatchObject({ state: 'retrying' })
  const [attempt] = logged!.attempts as { error: string; status: null }[]
  expect(attempt).toMatchObject({
    error: expect.stringMatching(/self-signed certificate/),
    status: null,
  })
})

it('asks again soon where that date is over, or none', async () => {
  const { payload, receiver } = world
  for (const retryAfter of [new Date(0).toUTCString(), 'when the moon is full']) {
    receiver.answer(status(503, { 'Retry-After': retryAfter }))
    receiver.received.length = 0
    await queue(payload, [eventOf(world.brief, { type: 'changed' })])
    await sendAt(payload, 0)
    receiver.answer(status(204))
    await sendAt(payload, 7)
    expect(receiver.received).toHaveLength(2)
  }
})

it('takes an answer that never ends by how it begins, and goes on', async () => {
  const { payload, receiver } = world
  receiver.answer((response) => void response.writeHead(200).write('so far'))
  await queue(payload, [eventOf(world.brief)])
  await sendAt(payload, 0)
  const [logged] = await world.log(world.webhook)
  expect(logged).toMatchObject({ attempts: [{ answer: 'so far', status: 200 }], state: 'sent' })
})

it('forgets messages after thirty days, sent or not, and no younger ones', async () => {
  const { payload, receiver } = world
  receiver.answer(status(500))
  await queue(payload, [eventOf(world.brief)])
  await sendAt(payload, 0)
  const at = (day: number) => new Date(Date.now() + day * days * 1000)
  await pruneDeliveries(payload, at(29))
  expect(await world.log(world.webhook)).toHaveLength(1)
  await pruneDeliveries(payload, at(31))
  expect(await world.log(world.webhook)).toEqual([])
})

it('tells that a topic was renamed, which has no page of its own', async () => {
  const { payload, receiver } = world
  const data = { title: 'Water' }
  const topic = await payload.create({ collection: 'topics', data, locale: 'en' })
  await sendAt(payload, 0)
  await payload.update({
    id: topic.id,
    collection: 'topics',
    data: { slug: 'rivers', title: 'Rivers' },
    locale: 'en',
  })
  await sendAt(payload, 0)
  const told = receiver.received.map(({ body: { data: about, type } }) => [type, about])
  const about = {
    document: null,
    documentOmitted: 'no-page',
    id: topic.id,
    locale: 'en',
    url: null,
  }
  expect(told).toEqual([
    ['topics.published', expect.objectContaining({ ...about, slug: 'water' })],
    [
      'topics.changed',
      expect.objectContaining({ ...about, slug: 'rivers', tags: ['topics', `topics:${topic.id}`] }),
    ],
  ])
})
