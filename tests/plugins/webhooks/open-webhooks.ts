import type { ContentEvent } from '@qiao/content-changes'
import { queueWebhooks, sendDue } from '@qiao/webhooks'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { randomUUID } from 'node:crypto'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'
import { startReceiver, status } from '../../support/webhook-receiver.ts'

export type Webhook = { id: string; secret: string }

/** The real server whose webhooks may call this machine, a receiver, and an administrator. */
export const openWebhooks = async (network = 'on') => {
  process.env.QIAO_WEBHOOKS_PRIVATE_NETWORK = network
  const { app, payload, stop } = await startTestApp()
  const receiver = await startReceiver()
  const admin = await signIn({ payload, role: 'admin' })
  const ask = (method: 'delete' | 'get' | 'patch' | 'post', path: string, body?: object) =>
    request(app)[method](`/api/${path}`).set(admin).send(body)
  const add = async (data: object = {}): Promise<Webhook> => {
    const answer = await ask('post', 'webhooks', { name: 'Site', url: receiver.url, ...data })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    const { id, newSecret } = answer.body.doc as { id: string; newSecret: string }
    return { id, secret: newSecret }
  }
  return {
    add,
    admin,
    app,
    ask,
    log: async (webhook: Webhook) => {
      const { body } = await ask(
        'get',
        `webhook-deliveries?depth=0&limit=100&sort=createdAt&where[webhook][equals]=${webhook.id}`,
      )
      return (body as { docs: Record<string, unknown>[] }).docs
    },
    payload,
    receiver,
    stop: async () => {
      await receiver.close()
      await stop()
    },
  }
}

export type Webhooks = Awaited<ReturnType<typeof openWebhooks>>

export type WebhookTest = Webhooks & { brief: { id: string; slug: string }; webhook: Webhook }

/**
 * The same for all tests of a file, with a brief, and before each of them a webhook that nothing was sent to yet; it is
 * all there when they begin.
 */
export const openWebhookTest = ({
  hasWebhook = true,
}: { hasWebhook?: boolean } = {}): WebhookTest => {
  const world = {} as WebhookTest
  beforeAll(async () => {
    Object.assign(world, await openWebhooks())
    world.brief = await publishBrief(world.payload)
  })
  afterAll(() => world.stop())
  beforeEach(async () => {
    await world.payload.delete({ collection: 'webhooks', where: {} })
    if (hasWebhook) world.webhook = await world.add()
    world.receiver.received.length = 0
    world.receiver.answer(status(204))
  })
  return world
}

/** A news brief that readers see, in Chinese. */
export const publishBrief = async (
  payload: Payload,
  { req, title = '一条简讯' }: { req?: PayloadRequest; title?: string } = {},
) => {
  const brief = await payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      body: paragraph('正文'),
      kind: 'event',
      newsDate: '2019-05-01T12:00:00.000Z',
      title,
    },
    locale: 'zh',
    ...(req ? { req } : {}),
  })
  return { id: brief.id, slug: String(brief.slug) }
}

export const eventOf = (
  document: { id: string; slug: string },
  more: Partial<ContentEvent> = {},
): ContentEvent => ({
  id: randomUUID(),
  at: new Date().toISOString(),
  collection: 'news-briefs',
  document: document.id,
  locale: 'zh',
  slug: document.slug,
  type: 'published',
  ...more,
})

/** Queues events in one transaction, and commits it. */
export const queue = (payload: Payload, events: ContentEvent[]): Promise<void> =>
  inTransaction(payload, (req) => queueWebhooks({ events, payload, req }))

/** Does something in a transaction that comes to nothing. */
export const inVain = async (
  payload: Payload,
  work: (req: PayloadRequest) => Promise<unknown>,
): Promise<void> => {
  const failure = new Error('what it tells of could not be saved')
  const attempt = inTransaction(payload, async (req) => {
    await work(req)
    throw failure
  })
  await attempt.catch((error: unknown) => {
    if (error !== failure) throw error
  })
}

const inTransaction = async (
  payload: Payload,
  work: (req: PayloadRequest) => Promise<void>,
): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    await work(req)
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const secondMs = 1000

/** Sends what is due at a time, in seconds from now. Nobody has more than three seconds for an answer. */
export const sendAt = (payload: Payload, seconds: number): Promise<void> =>
  sendDue(payload, { now: () => new Date(Date.now() + seconds * secondMs), timeoutMs: 3000 })
