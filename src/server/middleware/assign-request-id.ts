import { randomUUID } from 'node:crypto'

import type { RequestHandler } from 'express'

/** Names the request: the caller's own `X-Request-Id` when it is a sane one, else a new UUID. Echoed in the answer. */
export const assignRequestId: RequestHandler = (req, res, next) => {
  const given = req.get('X-Request-Id')
  const requestId = given && saneId.test(given) ? given : randomUUID()
  // Also what Payload and the admin UI see, so that all lines of one request carry one name.
  req.headers['x-request-id'] = requestId
  res.locals.requestId = requestId
  res.setHeader('X-Request-Id', requestId)
  next()
}

const saneId = /^[\w.-]{8,128}$/
