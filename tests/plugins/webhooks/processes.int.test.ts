import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { startScript, type WriterProcess } from '../../contracts/writer-process.ts'
import { startProcess } from '../../server/start-process.ts'
import { freePort } from '../../support/free-port.ts'
import { status } from '../../support/webhook-receiver.ts'
import { eventOf, openWebhookTest, queue, sendAt } from './open-webhooks.ts'

const script = new URL('./webhook-process.ts', import.meta.url)
const timeout = 120_000

const world = openWebhookTest()

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-webhooks-'))
})

afterAll(() => {
  rmSync(folder, { force: true, recursive: true })
})

/** Starts processes and tells them to begin together. */
const start = async (...tasks: ('publish' | 'send')[]): Promise<WriterProcess[]> => {
  const started = tasks.map((task) => startScript(script, [task]))
  await Promise.all(started.map(({ ready }) => ready))
  for (const each of started) each.go()
  return started
}

/** Ends processes as a power cut would. */
const kill = async (processes: WriterProcess[]): Promise<unknown[][]> => {
  for (const each of processes) each.kill()
  return Promise.all(processes.map(({ said }) => said))
}

it(
  'sends after the next start what a process that was killed after COMMIT did not send',
  { timeout },
  async () => {
    const { receiver } = world
    const [publisher] = await start('publish')
    await publisher!.begun
    const [[said]] = (await kill([publisher!])) as [[{ id: string }]]
    expect(receiver.received).toEqual([])
    const server = await startProcess({
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
      PORT: String(await freePort()),
      QIAO_DATA_DIR: folder,
      QIAO_WEBHOOKS_PRIVATE_NETWORK: 'on',
    })
    await server.ready
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
    const body = receiver.verify(receiver.received[0]!, world.webhook.secret)
    expect(body).toMatchObject({ type: 'news-briefs.published', data: { id: said.id } })
    expect(body.data.document).not.toBeNull()
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  },
)

it(
  'sends again, a minute later, what a process was sending when it was killed',
  { timeout },
  async () => {
    const { payload, receiver } = world
    receiver.answer(() => undefined)
    await queue(payload, [eventOf({ id: 'none', slug: 'none' }, { type: 'deleted' })])
    const [sender] = await start('send')
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
    await kill([sender!])
    receiver.answer(status(204))
    await sendAt(payload, 0)
    expect(receiver.received).toHaveLength(1)
    await sendAt(payload, 61)
    expect(receiver.received).toHaveLength(2)
    const [first, second] = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(second).toBe(first)
  },
)

it(
  'sends each message once from two processes, of each document in order',
  { timeout },
  async () => {
    const { payload, receiver } = world
    const documents = Array.from({ length: 40 }, (_, index) => ({ id: `none-${index}`, slug: 'x' }))
    for (const type of ['unpublished', 'deleted'] as const) {
      await queue(
        payload,
        documents.map((each) => eventOf(each, { type })),
      )
    }
    // Each process has four under way: nobody is answered until both take part.
    const held: (() => void)[] = []
    let areBothThere = false
    receiver.answer((response) => {
      held.push(() => response.writeHead(204).end())
      areBothThere ||= held.length > 4
      if (areBothThere) held.splice(0).forEach((answer) => answer())
    })
    const senders = await start('send', 'send')
    await expect
      .poll(
        async () => {
          const open = { state: { not_equals: 'sent' } }
          return (await payload.count({ collection: 'webhook-deliveries', where: open })).totalDocs
        },
        { timeout: 60_000 },
      )
      .toBe(0)
    await kill(senders)
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(80)
    expect(new Set(ids).size).toBe(80)
    expect(areBothThere).toBe(true)
    for (const { id } of documents) {
      const told = receiver.received.filter(({ body }) => body.data.id === id)
      expect(told.map(({ body }) => body.type)).toEqual([
        'news-briefs.unpublished',
        'news-briefs.deleted',
      ])
    }
  },
)
