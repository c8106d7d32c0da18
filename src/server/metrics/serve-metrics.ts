import { createHash, timingSafeEqual } from 'node:crypto'

import type { RequestHandler } from 'express'

import { HttpError } from '../http-error.ts'
import type { Metrics } from './create-metrics.ts'

/** Answers a scraper, who has to show the token if there is one. */
export const serveMetrics = (
  metrics: Pick<Metrics, 'contentType' | 'read'>,
  { token }: { token?: string },
): RequestHandler => {
  const expected = token === undefined ? undefined : digest(token)
  return async (req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD')
      throw new HttpError(405, 'Metrics are read with GET.')
    }
    const given = /^Bearer +(\S+)$/i.exec(req.get('Authorization') ?? '')?.[1] ?? ''
    if (expected && !timingSafeEqual(digest(given), expected)) {
      res.setHeader('WWW-Authenticate', 'Bearer realm="metrics"')
      throw new HttpError(
        401,
        'Send the token of QIAO_METRICS_TOKEN, as “Authorization: Bearer …”.',
      )
    }
    res.setHeader('Content-Type', metrics.contentType)
    res.end(await metrics.read())
  }
}

/** Of one length, as the comparison wants it, and telling nothing of the token's. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
