import { Router } from 'express'
import type { Payload } from 'payload'

import { type Readiness, readReadiness, unreachable } from '../../database/check-database.ts'

/** `/live`: the process answers. `/ready`: the database answers and holds every migration; else 503. */
export const reportHealth = (payload: Payload): Router => {
  const router = Router()
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/live', (_req, res) => {
    res.json({ status: 'live' })
  })
  router.get('/ready', async (_req, res) => {
    const readiness = await withinSeconds(2, readReadiness(payload))
    const isReady = readiness.migrations === 'done'
    res
      .status(isReady ? 200 : 503)
      .json({ ...readiness, status: isReady ? 'ready' : 'unavailable' })
  })
  return router
}

/** A database that takes longer than that is not there for anyone. */
const withinSeconds = async (seconds: number, answer: Promise<Readiness>): Promise<Readiness> => {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<Readiness>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, unreachable)
  })
  try {
    return await Promise.race([answer, timeout])
  } finally {
    clearTimeout(timer)
  }
}
