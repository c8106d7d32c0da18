import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Server } from 'node:http'

import { freePort } from '../../support/free-port.ts'
import {
  type MeasuredApp,
  scrapeToken as token,
  startMeasuredApp,
} from '../../support/measured-app.ts'
import { parseExposition } from '../../support/parse-exposition.ts'

let app: MeasuredApp

beforeAll(async () => {
  app = await startMeasuredApp()
})

afterAll(async () => {
  await app.stop()
})

describe('metrics on the main port', () => {
  it('are not there without a token of the settings', async () => {
    const { ask } = await app.listening({ token: '' })
    expect((await ask('/metrics')).status).toBe(404)
  })

  it('are for those who show the token', async () => {
    const { ask } = await app.listening()
    for (const authorization of ['', `Bearer ${token}x`, `Basic ${token}`, 'Bearer', token]) {
      const refused = await ask('/metrics', { headers: { Authorization: authorization } })
      expect(refused.status).toBe(401)
      expect(refused.headers.get('www-authenticate')).toContain('Bearer')
    }
    const read = await ask('/metrics', { headers: { Authorization: `Bearer ${token}` } })
    expect(read.status).toBe(200)
    expect(read.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(read.headers.get('cache-control')).toBe('no-store')
    const written = await ask('/metrics', { method: 'POST' })
    expect(written.status).toBe(405)
  })

  it('keep to the text format and the conventions of Prometheus', async () => {
    const { ask, askGraphql, scrape } = await app.listening()
    await ask('/api/topics')
    await askGraphql('{ nothing }')
    await scrape()
    const { faults, samples, valueOf } = await scrape()
    expect(faults).toEqual([])
    expect(samples.length).toBeGreaterThan(100)
    expect(valueOf('nodejs_eventloop_lag_seconds')).toBeGreaterThan(0)
    expect(parseExposition('# TYPE a counter\na 1\na 1\nb').faults).toHaveLength(6)
  })
})

describe('a port for the metrics alone', () => {
  it('gives them, and nothing else; with a token, to those who show it', async () => {
    const { createMetrics } = await import('../../../src/server/metrics/create-metrics.ts')
    const { listenForScrapes } = await import('../../../src/server/metrics/listen-for-scrapes.ts')
    const metrics = createMetrics({ payload: app.payload })
    const { logger } = app.payload
    const opened: (Server | undefined)[] = []
    const open = async (settings: { token?: string }) => {
      const port = await freePort()
      const env = { metrics: { host: '127.0.0.1', port, ...settings } }
      const scrapes = await listenForScrapes({ env, logger, metrics })
      opened.push(scrapes)
      return `http://127.0.0.1:${port}`
    }
    const free = await open({})
    expect((await fetch(`${free}/metrics`)).status).toBe(200)
    expect((await fetch(`${free}/api/topics`)).status).toBe(404)
    const guarded = await open({ token })
    expect((await fetch(`${guarded}/metrics`)).status).toBe(401)
    const headers = { Authorization: `Bearer ${token}` }
    expect((await fetch(`${guarded}/metrics`, { headers })).status).toBe(200)
    metrics.stop()
    for (const each of opened) each?.close().closeAllConnections()
  })
})
