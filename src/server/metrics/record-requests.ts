import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

import { refusalsOf } from './refusals.ts'
import { routeReader } from './route-of.ts'

/**
 * Counts what is asked and answered, and how long it took until the answer was handed over. Labels are few, whatever is
 * asked: patterns of addresses, known methods, and classes of statuses (`aborted`, when the caller did not wait).
 */
export const recordRequests = ({
  payload,
  registry,
}: {
  payload: Payload
  registry: Registry
}): RequestHandler => {
  const routeOf = routeReader(payload)
  const registers = [registry]
  const requests = new Counter({
    help: 'Requests that were answered, by method, route, collection or global, and class of the status.',
    labelNames: ['method', 'route', 'collection', 'status'],
    name: 'qiao_http_requests_total',
    registers,
  })
  const durations = new Histogram({
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    help: 'Seconds from the first line of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    name: 'qiao_http_request_duration_seconds',
    registers,
  })
  const rateLimited = new Counter({
    help: 'Requests and attempts to sign in that were refused (429), by the limit: client, key or sign-in.',
    labelNames: ['limit'],
    name: 'qiao_rate_limit_refusals_total',
    registers,
  })
  const graphqlErrors = new Counter({
    help: 'GraphQL answers with errors, by the word of the error; those of resolvers and plugins are “other”.',
    labelNames: ['code'],
    name: 'qiao_graphql_errors_total',
    registers,
  })
  let underWay = 0
  new Gauge({
    collect() {
      this.set(underWay)
    },
    help: 'Requests that are being answered at this moment.',
    name: 'qiao_http_requests_in_flight',
    registers,
  })
  return (req, res, next) => {
    const begunAt = performance.now()
    underWay += 1
    res.on('close', () => {
      underWay -= 1
      const { collection, route } = routeOf(req)
      const method = methods.has(req.method) ? req.method : 'other'
      const status = res.writableFinished ? classOf(res.statusCode) : 'aborted'
      requests.inc({ collection, method, route, status })
      durations.observe({ method, route, status }, (performance.now() - begunAt) / 1000)
      for (const { by, reason } of refusalsOf(res)) {
        if (by === 'graphql') graphqlErrors.inc({ code: reason })
        else rateLimited.inc({ limit: reason })
      }
    })
    next()
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])

const classes = ['1xx', '2xx', '3xx', '4xx', '5xx']

const classOf = (status: number): string => classes[Math.floor(status / 100) - 1] ?? 'other'
