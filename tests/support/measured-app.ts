import type { Express } from 'express'

import { expect } from 'vitest'

import type { AppOptions } from '../../src/server/app.ts'
import { listenTo } from './listening-app.ts'
import { type Exposition, parseExposition } from './parse-exposition.ts'
import { startTestApp } from './test-app.ts'

type TestApp = Awaited<ReturnType<typeof startTestApp>>

export type MeasuredServer = {
  /** Asks, and answers when the answer has come to its end. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  askGraphql: (query: string) => Promise<Response>
  scrape: () => Promise<Exposition>
}

export type MeasuredApp = Pick<TestApp, 'payload' | 'stop'> & {
  /** Another server on the same database, with figures of its own. */
  listening: (options?: {
    admin?: AppOptions['admin']
    /** Requests a minute. @default 0, no limit */
    limit?: number
    /** What scrapers have to show; none, and there are no metrics. @default `scrapeToken` */
    token?: string
  }) => Promise<MeasuredServer>
}

export const scrapeToken = 'a-token-for-scrapers'

/** Servers that listen on free ports and count what they do, all on one empty database. */
export const startMeasuredApp = async (): Promise<MeasuredApp> => {
  const server = await startTestApp()
  const { env } = await import('../../src/env.ts')
  const { createApp } = await import('../../src/server/app.ts')
  const closing: (() => Promise<void>)[] = []
  const makeApp = (options: Parameters<MeasuredApp['listening']>[0]): Express => {
    const { admin, limit = 0, token = scrapeToken } = options ?? {}
    return createApp({
      ...(admin ? { admin } : {}),
      env: {
        ...env,
        metrics: { host: '127.0.0.1', ...(token ? { token } : {}) },
        rateLimits: { ...env.rateLimits, client: limit },
      },
      payload: server.payload,
    })
  }
  return {
    listening: async (options) => {
      const { close, url } = await listenTo(makeApp(options))
      closing.push(close)
      const ask: MeasuredServer['ask'] = async (path, init = {}) => {
        const answer = await fetch(`${url}${path}`, init)
        await answer.arrayBuffer()
        return answer
      }
      return {
        ask,
        askGraphql: (query) =>
          ask('/api/graphql', {
            body: JSON.stringify({ query }),
            headers: { 'Content-Type': 'application/json' },
            method: 'POST',
          }),
        scrape: async () => {
          const headers = { Authorization: `Bearer ${scrapeToken}` }
          const answer = await fetch(`${url}/metrics`, { headers })
          expect(answer.status).toBe(200)
          return parseExposition(await answer.text())
        },
      }
    },
    payload: server.payload,
    stop: async () => {
      await Promise.all(closing.map((close) => close()))
      await server.stop()
    },
  }
}
