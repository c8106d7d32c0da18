import type { Server } from 'node:http'

import express from 'express'
import type { Logger } from 'pino'

import type { Env } from '../../env.ts'
import { listen } from '../listen.ts'
import { assignRequestId } from '../middleware/assign-request-id.ts'
import { respondNotFound, respondToErrors } from '../middleware/respond-to-errors.ts'
import type { Metrics } from './create-metrics.ts'
import { placeOfScrapes } from './place-of-scrapes.ts'
import { serveMetrics } from './serve-metrics.ts'

/** Opens the port of the metrics, if they have one; resolves when it is open. */
export const listenForScrapes = async ({
  env: { metrics: settings },
  logger,
  metrics,
}: {
  env: Pick<Env, 'metrics'>
  logger: Logger
  metrics: Metrics | undefined
}): Promise<Server | undefined> => {
  const place = placeOfScrapes(settings)
  if (!place || !metrics) return undefined
  const app = express()
  app.disable('x-powered-by')
  app.use(assignRequestId)
  app.all('/metrics', serveMetrics(metrics, settings))
  app.use(respondNotFound)
  app.use(respondToErrors(logger))
  return listen(app, place)
}
