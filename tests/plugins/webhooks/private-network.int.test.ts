import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  eventOf,
  openWebhooks,
  publishBrief,
  queue,
  sendAt,
  type Webhooks,
} from './open-webhooks.ts'

let world: Webhooks

beforeAll(async () => {
  world = await openWebhooks('off')
})

afterAll(() => world.stop())

const url = 'https://8.8.8.8/hook'

it.each([
  ['http://www.example.org/hook', /must begin with https/],
  ['https://user:pass@www.example.org/hook', /Leave out user and password/],
  ['https://localhost/hook', /QIAO_WEBHOOKS_PRIVATE_NETWORK/],
  ['https://169.254.169.254/latest/meta-data', /QIAO_WEBHOOKS_PRIVATE_NETWORK/],
  ['not an address', /must be a whole address/],
])('refuses to save %s, and says why', async (wrong, says) => {
  const answer = await world.ask('post', 'webhooks', { name: 'Inside', url: wrong })
  expect(answer.status).toBe(400)
  const [error] = (answer.body as { errors: { field?: string; message: string }[] }).errors
  expect(JSON.stringify(answer.body)).toMatch(says)
  expect(JSON.stringify(error)).toContain('url')
  const made = await world.add({ url })
  const changed = await world.ask('patch', `webhooks/${made.id}`, { url: wrong })
  expect(changed.status).toBe(400)
})

it('does not call what was saved when it was allowed', async () => {
  const { payload, receiver } = world
  const webhook = await world.add({ url })
  await payload.db.updateOne({
    id: webhook.id,
    collection: 'webhooks',
    data: { url: receiver.url },
  })
  await queue(payload, [eventOf(await publishBrief(payload))])
  await payload.delete({ collection: 'webhooks', where: { url: { equals: url } } })
  await sendAt(payload, 0)
  expect(receiver.received).toEqual([])
  const [logged] = await world.log(webhook)
  expect(logged).toMatchObject({ state: 'retrying' })
  expect(JSON.stringify(logged!.attempts)).toContain('not of the public internet')
})
