import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

import type { KeyProblem } from '../../../collections/api-keys/find-key.ts'
import { HttpError } from '../http-error.ts'
import { keyOfRequest } from '../key-of-request.ts'
import { isQueryInBody } from './check-body.ts'

/**
 * Refuses a key that does not hold (401): whoever sends one wants to be known, and would otherwise read on as nobody
 * without noticing. Refuses to write with one (403); GraphQL refuses its mutations itself.
 */
export const checkApiKey =
  (payload: Payload): RequestHandler =>
  async (req, res, next) => {
    const found = await keyOfRequest(req, payload)
    if (!found) {
      next()
      return
    }
    if ('problem' in found) {
      res.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"')
      throw new HttpError(401, messages[found.problem], { code: `api-key-${found.problem}` })
    }
    const isGraphql = req.path === payload.config.routes.graphQL
    if (!isGraphql && !reading.has(req.method) && !isQueryInBody(req)) {
      throw new HttpError(403, 'An API key only reads.', { code: 'api-key-reads-only' })
    }
    next()
  }

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

const messages: Record<KeyProblem, string> = {
  expired: 'This API key has expired. Ask an administrator for a new one.',
  revoked: 'This API key was revoked. Ask an administrator for a new one.',
  unknown: 'This API key is not known here. Send it whole, as “Authorization: Bearer qiao_…”.',
}
