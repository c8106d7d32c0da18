import { Router } from 'express'
import type { Payload } from 'payload'

import { isDatabaseReady } from '../../database/check-database.ts'

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
    const isReady = await withinSeconds(3, isDatabaseReady(payload))
    res.status(isReady ? 200 : 503).json({
      database: isReady ? 'reachable' : 'not ready',
      migrations: isReady ? 'done' : 'unknown',
      status: isReady ? 'ready' : 'unavailable',
    })
  })
  return router
}

/** False when the answer takes longer: a database that hangs is not ready. */
const withinSeconds = async (seconds: number, answer: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, false)
  })
  try {
    return await Promise.race([answer, timeout])
  } finally {
    clearTimeout(timer)
  }
}
