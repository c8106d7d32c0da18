import type { Request, RequestHandler } from 'express'
import type { Payload } from 'payload'

import type { Env } from '../../env.ts'
import { HttpError } from '../http-error.ts'
import { noteRefusal } from '../metrics/refusals.ts'
import { readMultipart } from '../read-multipart.ts'
import { counterOf } from './counter-of.ts'
import { takeSignIn, tooManySignIns } from './sign-in-budget.ts'

/** Limits attempts to sign in, and other ways to a password, over REST. GraphQL has `limitSignInMutations`. */
export const limitSignIns = ({ env, payload }: { env: Env; payload: Payload }): RequestHandler => {
  const count = counterOf(payload)
  const slugs = Object.values(payload.collections)
    .filter(({ config }) => Boolean(config.auth) && !config.auth.disableLocalStrategy)
    .map(({ config }) => config.slug)
  // Payload tells no case in the rest of a path.
  const path = new RegExp(`^/(${slugs.join('|')})/(?:${actions.join('|')})(?:/|$)`, 'i')
  return async (req, res, next) => {
    if (req.method === 'POST' && path.test(req.path)) {
      const budget = await takeSignIn({ ...env, address: req.ip, count, email: emailIn(req) })
      if (budget) {
        res.append('RateLimit-Policy', budget.policy)
        res.append('RateLimit', budget.state)
      }
      if (budget?.isSpent) {
        res.setHeader('Retry-After', budget.seconds)
        noteRefusal(res, { by: 'rate-limit', reason: 'sign-in' })
        throw new HttpError(429, tooManySignIns)
      }
    }
    next()
  }
}

const actions = ['login', 'forgot-password', 'reset-password', 'first-register', 'unlock', 'verify']

const emailIn = (req: Request): unknown => {
  const body: unknown = req.body
  if (!Buffer.isBuffer(body)) return undefined
  const text = req.is('multipart/form-data')
    ? readMultipart({ body, contentType: req.get('Content-Type') ?? '' })._payload
    : body.toString('utf8')
  try {
    return (JSON.parse(text ?? '') as { email?: unknown } | null)?.email
  } catch {
    // What is no JSON is refused further on.
    return undefined
  }
}
