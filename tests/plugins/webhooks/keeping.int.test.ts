import { describe, expect, it } from 'vitest'

import request from 'supertest'

import { signIn } from '../../support/sign-in.ts'
import { eventOf, openWebhookTest, queue, sendAt } from './open-webhooks.ts'

const world = openWebhookTest()

describe('a secret', () => {
  it('is shown when it is made, and never again', async () => {
    const { ask, payload } = world
    expect(world.webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const rotated = await ask('post', `webhooks/${world.webhook.id}/rotate-secret`)
    const second = (rotated.body as { secret: string }).secret
    expect(second).not.toBe(world.webhook.secret)
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    const answers = await Promise.all([
      ask('get', 'webhooks?depth=2'),
      ask('get', `webhooks/${world.webhook.id}?select[secret]=true&select[formerSecret]=true`),
      ask('patch', `webhooks/${world.webhook.id}`, { name: 'Renamed' }),
      ask('get', 'webhook-deliveries?depth=2'),
      ask('get', 'audit-trail?limit=100'),
      ask('get', `webhooks?where[secret][exists]=true`),
    ])
    const stored = await payload.db.findOne<{ id: string; formerSecret: string; secret: string }>({
      collection: 'webhooks',
      where: { id: { equals: world.webhook.id } },
    })
    expect(stored!.secret).not.toContain(second.slice(6))
    for (const { text } of answers) {
      for (const secret of [world.webhook.secret, second])
        expect(text).not.toContain(secret.slice(6, 20))
      for (const sealed of [stored!.secret, stored!.formerSecret])
        expect(text).not.toContain(sealed)
    }
    const guess = await ask('get', 'webhooks?where[secret][like]=a')
    expect(guess.status).toBe(400)
  })

  it('cannot be chosen or overwritten by anyone', async () => {
    const { ask, payload, receiver } = world
    const chosen = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    await ask('patch', `webhooks/${world.webhook.id}`, {
      formerSecret: chosen,
      formerSecretUntil: '2099-01-01T00:00:00.000Z',
      secret: chosen,
    })
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    receiver.verify(receiver.received[0]!, world.webhook.secret)
    expect(receiver.received[0]!.headers['webhook-signature']).not.toContain(' ')
  })

  it('that was renewed signs together with the former one for a day', async () => {
    const { ask, payload, receiver } = world
    const { body } = await ask('post', `webhooks/${world.webhook.id}/rotate-secret`)
    const { formerSecretUntil, secret } = body as { formerSecretUntil: string; secret: string }
    const lasts = Date.parse(formerSecretUntil) - Date.now()
    expect(lasts).toBeGreaterThan(23 * 3_600_000)
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    receiver.verify(receiver.received[0]!, world.webhook.secret)
    receiver.verify(receiver.received[0]!, secret)
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 25 * 3600)
    expect(receiver.received[1]!.headers['webhook-signature']).toMatch(/^v1,\S+$/)
  })
})

describe('an administrator', () => {
  it('sends a test', async () => {
    const { ask, payload, receiver } = world
    const { body, status: code } = await ask('post', `webhooks/${world.webhook.id}/test`)
    expect(code).toBe(202)
    await sendAt(payload, 0)
    expect(receiver.verify(receiver.received[0]!, world.webhook.secret)).toMatchObject({
      type: 'webhook.test',
      data: { document: null },
    })
    const log = await world.log(world.webhook)
    expect(log.map(({ id, state }) => [id, state])).toEqual([
      [(body as { delivery: string }).delivery, 'sent'],
    ])
  })

  it('sends a message again, under the same id', async () => {
    const { ask, payload, receiver } = world
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    const [logged] = await world.log(world.webhook)
    const { status: code } = await ask('post', `webhook-deliveries/${String(logged!.id)}/replay`)
    expect(code).toBe(202)
    await sendAt(payload, 1)
    const [first, second] = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(second).toBe(first)
    expect((await world.log(world.webhook))[0]!.attempts).toHaveLength(2)
  })

  it('is told that nothing is sent to what is off', async () => {
    const { ask } = world
    await ask('patch', `webhooks/${world.webhook.id}`, { enabled: false })
    const { body, status: code } = await ask('post', `webhooks/${world.webhook.id}/test`)
    expect(code).toBe(409)
    expect(JSON.stringify(body)).toContain('switch it on first')
  })

  it('deletes a webhook with all that was to be sent to it', async () => {
    const { ask, payload, receiver } = world
    await queue(payload, [eventOf(world.brief)])
    const { status: code } = await ask('delete', `webhooks/${world.webhook.id}`)
    expect(code).toBe(200)
    await sendAt(payload, 0)
    expect(receiver.received).toEqual([])
    expect(await payload.count({ collection: 'webhook-deliveries' })).toEqual({ totalDocs: 0 })
  })

  it('writes nothing into the log', async () => {
    const { ask, payload } = world
    await queue(payload, [eventOf(world.brief)])
    const [logged] = await world.log(world.webhook)
    const path = `webhook-deliveries/${String(logged!.id)}`
    expect((await ask('patch', path, { state: 'sent' })).status).toBe(403)
    expect((await ask('delete', path)).status).toBe(403)
    expect((await ask('post', 'webhook-deliveries', logged)).status).toBe(403)
  })
})

describe('everybody else', () => {
  it.each(['editor', 'translator', 'viewer', undefined] as const)(
    'neither sees nor uses webhooks (%s)',
    async (role) => {
      const { app, payload } = world
      await queue(payload, [eventOf(world.brief)])
      const [logged] = await world.log(world.webhook)
      const headers = role ? await signIn({ payload, role }) : {}
      for (const path of [
        'webhooks',
        `webhooks/${world.webhook.id}`,
        'webhook-deliveries',
        `webhook-deliveries/${String(logged!.id)}`,
      ]) {
        const answer = await request(app).get(`/api/${path}`).set(headers)
        expect([path, answer.status]).toEqual([path, 403])
      }
      for (const path of [
        `webhooks/${world.webhook.id}/test`,
        `webhooks/${world.webhook.id}/rotate-secret`,
        `webhooks/none/test`,
        `webhook-deliveries/${String(logged!.id)}/replay`,
        `webhook-deliveries/none/replay`,
      ]) {
        const answer = await request(app).post(`/api/${path}`).set(headers)
        expect([path, answer.status]).toEqual([path, 403])
      }
    },
  )
})
