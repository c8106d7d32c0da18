import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Registry } from 'prom-client'

import { observeSchedules } from './observe-schedules.ts'
import { recordDatabase } from './record-database.ts'
import { recordRequests } from './record-requests.ts'

/** The figures of one server. */
export type Metrics = {
  contentType: string
  /** All of them, in the text format of Prometheus. */
  read: () => Promise<string>
  /** Counts requests; the first thing on their path. */
  recordRequests: RequestHandler
  /** Ends watching the database. */
  stop: () => void
}

/** Begins to count. Each server has a registry of its own, so that two in one process do not mix. */
export const createMetrics = ({ payload }: { payload: Payload }): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 20, register: registry })
  observeSchedules({ payload, registry })
  const stop = recordDatabase({ payload, registry })
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    recordRequests: recordRequests({ payload, registry }),
    stop,
  }
}
