import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'

import { type MeasuredApp, startMeasuredApp } from '../../support/measured-app.ts'
import type { Sample } from '../../support/parse-exposition.ts'

let app: MeasuredApp

beforeAll(async () => {
  app = await startMeasuredApp()
})

afterAll(async () => {
  await app.stop()
})

describe('requests', () => {
  it('are counted by the pattern of their address, method and class of status', async () => {
    const { ask, askGraphql, scrape } = await app.listening()
    const id = randomUUID()
    await ask('/api/topics?limit=1')
    await ask('/api/topics?limit=2')
    await ask(`/api/topics/${id}`)
    await ask('/api/globals/organization')
    await ask('/api/topics', { method: 'OPTIONS' })
    await ask('/health/live')
    await askGraphql('{ __typename }')
    const { samples, valueOf } = await scrape()
    const total = (labels: Record<string, string>) => valueOf('qiao_http_requests_total', labels)
    const topics = { collection: 'topics', method: 'GET' }
    expect(total({ ...topics, route: '/api/:collection', status: '2xx' })).toBe(2)
    expect(total({ ...topics, route: '/api/:collection/:id', status: '4xx' })).toBe(1)
    expect(total({ collection: 'organization', route: '/api/globals/:global' })).toBe(1)
    expect(total({ method: 'OPTIONS', route: '/api/*' })).toBe(1)
    expect(total({ route: '/health/live' })).toBe(1)
    expect(total({ method: 'POST', route: '/api/graphql', status: '2xx' })).toBe(1)
    expect(total({})).toBe(7)
    expect(valueOf('qiao_http_request_duration_seconds_count')).toBe(7)
    expect(JSON.stringify(samples)).not.toContain(id)
  })

  it('have few labels, whatever is asked', async () => {
    const { ask, scrape } = await app.listening()
    const askRandomly = async (times: number) => {
      for (let time = 0; time < times; time++) {
        const word = randomUUID()
        await Promise.all([
          ask(`/${word}`),
          ask(`/api/${word}?${word}=1`),
          ask(`/api/topics/${word}`),
          ask(`/api/topics/${word}/${word}`),
          ask(`/api/globals/${word}`),
          ask(`/admin/${word}`),
          ask(`/health/${word}`),
          ask(`/HEALTH/${time % 2 ? 'Live' : 'lIVE'}`),
          ask(`/metrics/${word}`),
        ])
      }
    }
    await askRandomly(3)
    const ofRequests = (samples: Sample[]) =>
      samples.filter(
        ({ labels, name }) => name.startsWith('qiao_http_') && labels.route !== '/metrics',
      )
    const before = ofRequests((await scrape()).samples).length
    await askRandomly(40)
    await scrape()
    const { samples } = await scrape()
    const routes = new Set(samples.map(({ labels }) => labels.route).filter(Boolean))
    expect([...routes].toSorted()).toEqual([
      '/admin/*',
      '/api/:collection/:id',
      '/health/live',
      '/metrics',
      'unmatched',
    ])
    expect(ofRequests(samples).length).toBe(before)
  })

  it('are timed until their answer ends, and counted as under way until then', async () => {
    let answerNow: () => void = () => undefined
    let hasArrived: (at: number) => void = () => undefined
    const arrival = new Promise<number>((resolve) => (hasArrived = resolve))
    const { ask, scrape } = await app.listening({
      admin: (_req, res) => {
        answerNow = () => void res.end('done')
        hasArrived(performance.now())
      },
    })
    const askedAt = performance.now()
    const asked = ask('/admin/slow')
    const arrivedAt = await arrival
    const meanwhile = await scrape()
    expect(meanwhile.valueOf('qiao_http_requests_in_flight')).toBe(2)
    const leastMs = performance.now() - arrivedAt
    answerNow()
    await asked
    const mostMs = performance.now() - askedAt
    const { valueOf } = await scrape()
    const labels = { method: 'GET', route: '/admin/*', status: '2xx' }
    const seconds = valueOf('qiao_http_request_duration_seconds_sum', labels)
    expect(seconds * 1000).toBeGreaterThanOrEqual(leastMs)
    expect(seconds * 1000).toBeLessThanOrEqual(mostMs)
    expect(valueOf('qiao_http_requests_in_flight')).toBe(1)
  })

  it('of callers who did not wait are counted as aborted', async () => {
    let hasArrived: () => void = () => undefined
    const arrival = new Promise<void>((resolve) => (hasArrived = resolve))
    let hasClosed: () => void = () => undefined
    const closed = new Promise<void>((resolve) => (hasClosed = resolve))
    const { ask, scrape } = await app.listening({
      admin: (_req, res) => {
        hasArrived()
        res.on('close', () => hasClosed())
      },
    })
    const leaving = new AbortController()
    const asked = ask('/admin/never', { signal: leaving.signal })
    await arrival
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await closed
    const { valueOf } = await scrape()
    expect(valueOf('qiao_http_requests_total', { status: 'aborted' })).toBe(1)
  })

  it('of one server are not those of another', async () => {
    const one = await app.listening()
    const two = await app.listening()
    await one.ask('/api/topics')
    const route = { route: '/api/:collection' }
    expect((await one.scrape()).valueOf('qiao_http_requests_total', route)).toBe(1)
    expect((await two.scrape()).valueOf('qiao_http_requests_total', route)).toBe(0)
    const { register } = await import('prom-client')
    expect(register.getMetricsAsArray()).toEqual([])
  })
})
