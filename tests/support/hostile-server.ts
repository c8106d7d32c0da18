import { expect } from 'vitest'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import { signIn } from './sign-in.ts'
import { startTestApp } from './test-app.ts'

export type Asked = { body?: BodyInit; headers?: Record<string, string>; method?: string }

/** A server that listens, with one published program, and ways to ask it what nobody ought to. */
export const startHostileServer = async () => {
  const app = await startTestApp()
  app.payload.logger.level = 'silent'
  const editor = await signIn({ payload: app.payload, role: 'editor' })
  const data = {
    _status: 'published',
    kind: 'program',
    slug: 'water',
    status: 'active',
    title: 'Water',
  }
  const { id } = await app.payload.create({
    collection: 'programs',
    data: data as never,
    locale: 'en',
  })
  const listening = createServer(app.app)
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`

  const ask = async (path: string, asked: Asked = {}) => {
    const begun = performance.now()
    const response = await fetch(`${origin}${path}`, asked)
    return { ms: performance.now() - begun, status: response.status, text: await response.text() }
  }
  const asUsual = () => ask('/api/programs?locale=en&where[slug][equals]=water&select[title]=true')
  const { text: usual } = await asUsual()
  // Its schema takes a while, once.
  await ask('/api/graphql?query={__typename}')

  const expectAsBefore = async (): Promise<void> => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    expect((await asUsual()).text).toBe(usual)
  }

  /** Asks, and expects an answer or a refusal, whichever, but no failure, in bounded time. */
  const expectNoFailure = async (path: string, asked?: Asked) => {
    const { ms, status, text } = await ask(path, asked)
    expect(status, `${path.slice(0, 200)} ${text.slice(0, 300)}`).toBeLessThan(500)
    expect(ms).toBeLessThan(5000)
    await expectAsBefore()
    return { status, text }
  }

  /** Asks, and expects a refusal with a reason, after which all is as before. */
  const expectRefused = async (path: string, asked?: Asked): Promise<string> => {
    const { status, text } = await expectNoFailure(path, asked)
    expect(status, `${path.slice(0, 200)} ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
    expect(JSON.parse(text).errors[0].message.length).toBeGreaterThan(5)
    return text
  }

  const stop = async (): Promise<void> => {
    listening.closeAllConnections()
    listening.close()
    await app.stop()
  }
  return { ask, editor, expectAsBefore, expectNoFailure, expectRefused, id, stop }
}

/** A request with a JSON body, given as text or as a value. */
export const json = (
  body: unknown,
  { headers = {}, method = 'POST' }: Omit<Asked, 'body'> = {},
): Asked => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', ...headers },
  method,
})

/** Something within itself, so many times. */
export const nest = (
  levels: number,
  { close, inner, open }: Record<'close' | 'inner' | 'open', string>,
): string => open.repeat(levels) + inner + close.repeat(levels)
