import { feeds } from '@qiao/feeds'
import type { RequestHandler, Response } from 'express'
import { APIError, type Payload } from 'payload'

import { feedOptions } from '../feeds.ts'
import { HttpError } from './http-error.ts'

/** Feeds, calendars, sitemaps and `robots.txt`: public, and the same for everybody. */
export const serveFeeds = (payload: Payload): RequestHandler => {
  const answer = feeds(feedOptions, payload)
  return async (req, res) => {
    if (!reading.includes(req.method)) {
      res.setHeader('Allow', reading.join(', '))
      throw new HttpError(405, `The method ${req.method} is not known here.`)
    }
    const found = await answer(req.originalUrl).catch((error: unknown) => refuse(error, res))
    if (found.redirectTo !== undefined) {
      // It may get its former slug back.
      res.setHeader('Cache-Control', 'no-cache')
      res.redirect(301, found.redirectTo)
      return
    }
    const { body, contentType, hreflang } = found
    const bytes = Buffer.from(body)
    res.setHeader('Content-Type', contentType)
    res.setHeader('Content-Length', bytes.length)
    if (hreflang) res.setHeader('Content-Language', hreflang)
    res.end(req.method === 'HEAD' ? undefined : bytes)
  }
}

const reading = ['GET', 'HEAD']

/** @throws HttpError in place of what a package, which does not know it, refuses with */
const refuse = (error: unknown, res: Response): never => {
  if (!(error instanceof APIError)) throw error
  const { code, field, retryAfter } = {
    ...(error.data as { code?: string; field?: string; retryAfter?: number } | null),
  }
  if (retryAfter !== undefined) res.setHeader('Retry-After', retryAfter)
  throw new HttpError(error.status, error.message, {
    ...(code ? { code } : {}),
    ...(field ? { field } : {}),
  })
}
