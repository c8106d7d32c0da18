import { startWebhooks } from '@qiao/webhooks'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { type MeasuredApp, startMeasuredApp } from '../../support/measured-app.ts'
import { type Receiver, startReceiver, status } from '../../support/webhook-receiver.ts'

let app: MeasuredApp
let receiver: Receiver
let scrape: Awaited<ReturnType<MeasuredApp['listening']>>['scrape']

beforeAll(async () => {
  process.env.QIAO_WEBHOOKS_PRIVATE_NETWORK = 'on'
  receiver = await startReceiver()
  app = await startMeasuredApp()
  ;({ scrape } = await app.listening())
})

afterAll(async () => {
  await receiver.close()
  await app.stop()
})

const addWebhook = (data: object = {}) =>
  app.payload.create({
    collection: 'webhooks',
    data: { enabled: true, name: 'Site', url: receiver.url, ...data },
  })

const publishStory = () =>
  app.payload.create({
    collection: 'stories',
    data: { _status: 'published', kind: 'success', title: 'Told' },
    locale: 'en',
  })

it('tells what waits and for how long, what came of it, and which webhooks are off', async () => {
  const working = await addWebhook()
  await addWebhook({ events: ['deleted'], url: `${receiver.url}/gone` })
  await addWebhook({ enabled: false, events: ['deleted'] })
  receiver.answer((response, { path }) =>
    response.writeHead(path.endsWith('gone') ? 410 : 500).end(),
  )
  const figures = async () => {
    const { valueOf } = await scrape()
    return {
      age: valueOf('qiao_webhook_oldest_pending_seconds'),
      attempts: (outcome: string) => valueOf('qiao_webhook_attempts_total', { outcome }),
      pending: (state: string) => valueOf('qiao_webhook_messages_pending', { state }),
      webhooks: (state: string) => valueOf('qiao_webhooks', { state }),
    }
  }
  const { id } = await publishStory()
  const before = await figures()
  expect([before.pending('waiting'), before.attempts('failed')]).toEqual([1, 0])
  expect([before.webhooks('on'), before.webhooks('off')]).toEqual([2, 1])
  const stop = startWebhooks(app.payload, { everyMs: 50 })
  // Figures are at most five seconds old.
  const patience = { interval: 250, timeout: 30_000 }
  await vi.waitFor(async () => {
    const { age, attempts, pending } = await figures()
    expect(pending('retrying')).toBe(1)
    expect(attempts('failed')).toBeGreaterThanOrEqual(1)
    expect(age).toBeGreaterThan(0)
  }, patience)
  await app.payload.delete({ id, collection: 'stories' })
  await vi.waitFor(async () => {
    const { attempts, webhooks } = await figures()
    expect(attempts('given_up')).toBe(1)
    expect([webhooks('on'), webhooks('disabled'), webhooks('off')]).toEqual([1, 1, 1])
  }, patience)
  receiver.answer(status(204))
  await vi.waitFor(async () => {
    const { age, attempts, pending } = await figures()
    expect([age, pending('waiting'), pending('retrying')]).toEqual([0, 0, 0])
    expect(attempts('sent')).toBe(2)
  }, patience)
  await stop()
  await publishStory()
  await app.payload.update({ id: working.id, collection: 'webhooks', data: { enabled: false } })
  await vi.waitFor(async () => {
    const { age, pending } = await figures()
    expect([age, pending('held'), pending('waiting')]).toEqual([0, 1, 0])
  }, patience)
}, 90_000)
