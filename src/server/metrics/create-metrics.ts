import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Registry } from 'prom-client'

import type { CacheStats } from '../read-cache/cache-stats.ts'
import { observeCache } from './observe-cache.ts'
import { observeSchedules } from './observe-schedules.ts'
import { observeWebhooks } from './observe-webhooks.ts'
import { recordDatabase } from './record-database.ts'
import { recordRequests } from './record-requests.ts'

/** The figures of one server. */
export type Metrics = {
  contentType: string
  /** Tells what a read cache does, from now on. */
  observeCache: (stats: () => CacheStats) => void
  /** All of them, in the text format of Prometheus. */
  read: () => Promise<string>
  /** Counts requests; the first thing on their path. */
  recordRequests: RequestHandler
  /** Ends watching what it counts. */
  stop: () => void
}

/** Begins to count. Each server has a registry of its own, so that two in one process do not mix. */
export const createMetrics = ({ payload }: { payload: Payload }): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 20, register: registry })
  for (const name of misnamed) registry.removeSingleMetric(name)
  observeSchedules({ payload, registry })
  const stops = [recordDatabase({ payload, registry }), observeWebhooks({ payload, registry })]
  return {
    contentType: registry.contentType,
    observeCache: (stats) => observeCache({ registry, stats }),
    read: () => registry.metrics(),
    recordRequests: recordRequests({ payload, registry }),
    stop: () => stops.forEach((stop) => stop()),
  }
}

/** Of the library: gauges with the names of counters. `nodejs_active_resources` tells the same. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
]
