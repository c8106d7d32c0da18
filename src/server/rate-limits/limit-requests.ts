import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { Payload } from 'payload'

import type { Env } from '../../env.ts'
import { HttpError } from '../http-error.ts'
import { noteRefusal } from '../metrics/refusals.ts'
import { type Caller, callerOf } from './caller-of.ts'
import { counterOf } from './counter-of.ts'
import { windowMs } from './counter.ts'

/**
 * Limits how often somebody may ask in a minute, and tells in `RateLimit` how much is left: by address, or by key or
 * person where there is one, so that a busy website is not held up by its neighbours. Refuses with 429.
 */
export const limitRequests = ({ env, payload }: { env: Env; payload: Payload }): RequestHandler => {
  const { rateLimits, trustProxy } = env
  const count = counterOf(payload)
  const callers = new WeakMap<Request, Promise<Caller>>()
  const whoIs = (req: Request): Promise<Caller> => {
    const caller = callers.get(req) ?? callerOf(req, payload)
    callers.set(req, caller)
    return caller
  }
  const warnOfProxy = warnOnce(
    payload,
    'Requests come through a proxy (X-Forwarded-For), and QIAO_TRUST_PROXY does not say so: all readers are one address to the limits and to the audit trail. Set it to the number of proxies.',
  )
  const limiter = rateLimit({
    handler: async (req, res, next) => {
      noteRefusal(res, { by: 'rate-limit', reason: (await whoIs(req)).kind })
      next(
        new HttpError(429, 'Too many requests in this minute. Wait as long as Retry-After says.'),
      )
    },
    identifier: async (req) => ((await whoIs(req)).kind === 'key' ? 'key' : 'client'),
    keyGenerator: async (req) => (await whoIs(req)).name,
    legacyHeaders: false,
    limit: async (req) => rateLimits[(await whoIs(req)).kind],
    skip: async (req) => rateLimits[(await whoIs(req)).kind] === 0,
    standardHeaders: 'draft-8',
    store: {
      decrement: () => undefined,
      increment: async (name) => {
        const { hits, resetAt } = await count(name)
        return { resetTime: resetAt, totalHits: hits }
      },
      localKeys: false,
      resetKey: () => undefined,
    },
    // They look for mistakes in this very file, and print what `warnOfProxy` says better.
    validate: false,
    windowMs,
  })
  if (rateLimits.client === 0 && rateLimits.key === 0) return (_req, _res, next) => next()
  return (req, res, next) => {
    if (trustProxy === 0 && req.get('X-Forwarded-For')) warnOfProxy()
    void limiter(req, res, next)
  }
}

const warnOnce = ({ logger }: Payload, message: string): (() => void) => {
  let isSaid = false
  return () => {
    if (!isSaid) logger.warn(message)
    isSaid = true
  }
}
