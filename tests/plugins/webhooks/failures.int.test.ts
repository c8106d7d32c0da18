import { describe, expect, it } from 'vitest'

import { type Received, status } from '../../support/webhook-receiver.ts'
import { eventOf, openWebhookTest, publishBrief, queue, sendAt } from './open-webhooks.ts'

const world = openWebhookTest()

const minutes = 60
const hours = 60 * minutes

const inTenMinutes = () => new Date(Date.now() + 600_000).toUTCString()

const stateOf = async () =>
  (await world.ask('get', `webhooks/${world.webhook.id}`)).body as Record<string, unknown>

const idsOf = (received: Received[]) => received.map(({ headers }) => headers['webhook-id'])

describe('a receiver that fails', () => {
  it('is asked again later, with the same id, and what came of it stands in the log', async () => {
    const { payload, receiver } = world
    receiver.answer((response) => response.writeHead(500).end('out of order'))
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    await sendAt(payload, 1)
    expect(receiver.received).toHaveLength(1)
    receiver.answer(status(200))
    await sendAt(payload, 10)
    expect(receiver.received).toHaveLength(2)
    expect(new Set(idsOf(receiver.received)).size).toBe(1)
    const [logged] = await world.log(world.webhook)
    expect(logged).toMatchObject({
      attemptCount: 2,
      attempts: [
        { answer: 'out of order', error: null, status: 500 },
        { answer: '', error: null, status: 200 },
      ],
      body: receiver.received[1]!.text,
      state: 'sent',
    })
    await sendAt(payload, 100 * hours)
    expect(receiver.received).toHaveLength(2)
  })

  it.each<[how: string, answer: Parameters<typeof world.receiver.answer>[0], says: RegExp]>([
    ['closes the connection', (response) => void response.socket?.destroy(), /hang up|ECONNRESET/],
    ['says nothing', () => undefined, /No answer within 3 seconds/],
    [
      'answers garbage',
      (response) => void response.socket?.end('\u0000\u0001 what is this?\r\n\r\n'),
      /Parse Error|Expected HTTP/i,
    ],
    [
      'begins to answer and goes on for ever',
      (response) => {
        response.socket?.write('HTTP/1.1 200 OK\r\nX-Slow: ')
      },
      /No answer within 3 seconds/,
    ],
    [
      'sends headers without end',
      (response) => void response.socket?.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`),
      /Header overflow|overflow/i,
    ],
  ])('is tried again when it %s', async (_, answer, says) => {
    const { payload, receiver } = world
    receiver.answer(answer)
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    const [logged] = await world.log(world.webhook)
    expect(logged).toMatchObject({ state: 'retrying' })
    const [attempt] = logged!.attempts as { error: string }[]
    expect(attempt!.error).toMatch(says)
    receiver.answer(status(200))
    await sendAt(payload, 10)
    expect((await world.log(world.webhook))[0]).toMatchObject({ state: 'sent' })
  })

  it('leads nowhere: a redirect is an error, and is not followed', async () => {
    const { payload, receiver } = world
    receiver.answer((response, { path }) =>
      path === '/hook'
        ? response.writeHead(302, { Location: '/elsewhere' }).end()
        : response.writeHead(200).end(),
    )
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
    expect((await world.log(world.webhook))[0]).toMatchObject({ state: 'retrying' })
  })

  it('cannot make the server read more than the start of its answer', async () => {
    const { payload, receiver } = world
    let isCutOff = false
    receiver.answer((response) => {
      response.writeHead(200)
      const fill = () => {
        while (response.write('长'.repeat(10_000)) && !response.destroyed);
      }
      response.on('drain', fill).on('close', () => (isCutOff = !response.writableFinished))
      fill()
    })
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    const [logged] = await world.log(world.webhook)
    expect(logged).toMatchObject({ state: 'sent' })
    const [attempt] = logged!.attempts as { answer: string }[]
    expect(Buffer.byteLength(attempt!.answer)).toBeLessThan(1100)
    await expect.poll(() => isCutOff).toBe(true)
  })

  it.each([
    [429, 'seconds', () => '600'],
    [503, 'seconds', () => '600'],
    [429, 'a date', inTenMinutes],
    [503, 'a date', inTenMinutes],
  ])('and asks for time with %i and %s is given it', async (code, _, retryAfter) => {
    const { payload, receiver } = world
    receiver.answer(status(code, { 'Retry-After': retryAfter() }))
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    await sendAt(payload, 590)
    expect(receiver.received).toHaveLength(1)
    await sendAt(payload, 610)
    expect(receiver.received).toHaveLength(2)
  })

  it('is given up after three days, and a later message goes on', async () => {
    const { payload, receiver } = world
    receiver.answer(status(500))
    await queue(payload, [eventOf(world.brief)])
    for (let at = 0; at <= 80 * hours; at += 6 * hours + 40 * minutes) await sendAt(payload, at)
    const [logged] = await world.log(world.webhook)
    expect(logged).toMatchObject({ state: 'given-up' })
    const last = (logged!.attempts as { at: string }[]).at(-1)!.at
    expect(Date.parse(last) - Date.now()).toBeGreaterThan(71 * hours * 1000)
    const count = receiver.received.length
    receiver.answer(status(200))
    await queue(payload, [eventOf(world.brief, { type: 'changed' })])
    await sendAt(payload, 80 * hours)
    expect(receiver.received).toHaveLength(count + 1)
    expect(await stateOf()).toMatchObject({ enabled: true, failingSince: null })
  })

  it('for five days is switched off, and says why; switched on again it gets what waits', async () => {
    const { ask, payload, receiver } = world
    receiver.answer(status(500))
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    expect(await stateOf()).toMatchObject({ enabled: true })
    await sendAt(payload, 119 * hours)
    expect(await stateOf()).toMatchObject({ enabled: true })
    await queue(payload, [eventOf(world.brief, { type: 'changed' })])
    await queue(payload, [eventOf(world.brief, { type: 'unpublished' })])
    await sendAt(payload, 121 * hours)
    expect(await stateOf()).toMatchObject({ disabledReason: 'failing', enabled: false })
    receiver.received.length = 0
    receiver.answer(status(200))
    await queue(payload, [eventOf(world.brief, { type: 'deleted' })])
    await sendAt(payload, 200 * hours)
    expect(receiver.received).toEqual([])
    await ask('patch', `webhooks/${world.webhook.id}`, { enabled: true })
    expect(await stateOf()).toMatchObject({ disabledReason: null, failingSince: null })
    await sendAt(payload, 200 * hours)
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['news-briefs.unpublished'])
  })

  it('and is gone (410) is switched off at once', async () => {
    const { payload, receiver } = world
    receiver.answer(status(410))
    await queue(payload, [eventOf(world.brief)])
    await sendAt(payload, 0)
    expect(await stateOf()).toMatchObject({ disabledReason: 'gone', enabled: false })
    expect((await world.log(world.webhook))[0]).toMatchObject({ state: 'given-up' })
  })
})

describe('the order', () => {
  it('of one document is kept while the first fails; other documents do not wait', async () => {
    const { payload, receiver } = world
    const other = await publishBrief(payload, { title: '另一条简讯' })
    await world.payload.delete({ collection: 'webhook-deliveries', where: {} })
    receiver.answer((response, { body }) =>
      response.writeHead(body.data.id === world.brief.id ? 500 : 200).end(),
    )
    const types = ['published', 'changed', 'unpublished', 'deleted'] as const
    for (const type of types) await queue(payload, [eventOf(world.brief, { type })])
    await queue(payload, [eventOf(other)])
    await sendAt(payload, 0)
    expect(receiver.received.map(({ body }) => [body.data.id, body.type]).sort()).toEqual(
      [
        [world.brief.id, 'news-briefs.published'],
        [other.id, 'news-briefs.published'],
      ].sort(),
    )
    receiver.received.length = 0
    receiver.answer(status(200))
    await sendAt(payload, 20)
    const told = receiver.received.map(({ body }) => body.type)
    expect(told).toEqual(types.map((type) => `news-briefs.${type}`))
  })

  it('of one transaction is that of its events, and four messages are under way at most', async () => {
    const { payload, receiver } = world
    let now = 0
    let most = 0
    receiver.answer((response) => {
      now += 1
      most = Math.max(most, now)
      setImmediate(() => {
        now -= 1
        response.writeHead(200).end()
      })
    })
    const documents = Array.from({ length: 30 }, (_, index) => ({ id: `none-${index}`, slug: 'x' }))
    const events = documents.flatMap((each) =>
      (['unpublished', 'deleted'] as const).map((type) => eventOf(each, { type })),
    )
    await queue(payload, events)
    await sendAt(payload, 0)
    expect(receiver.received).toHaveLength(60)
    expect(most).toBeLessThanOrEqual(4)
    for (const { id } of documents) {
      const told = receiver.received.filter(({ body }) => body.data.id === id)
      expect(told.map(({ body }) => body.type)).toEqual([
        'news-briefs.unpublished',
        'news-briefs.deleted',
      ])
    }
  })
})
