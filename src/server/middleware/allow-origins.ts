import cors from 'cors'
import type { RequestHandler } from 'express'

import type { Env } from '../../env.ts'

/**
 * Tells browsers whose pages may read the answers, errors included, and answers their preflights. Any page may, without
 * cookies; or the listed ones may, with cookies, and no other.
 */
export const allowOrigins = ({ cors: allowed }: Pick<Env, 'cors'>): RequestHandler => {
  const byOrigin = allowByOrigin(allowed)
  const exposed = exposedHeaders.join(',')
  return (req, res, next) => {
    if (allowed !== '*' || req.method === 'OPTIONS') {
      byOrigin(req, res, next)
      return
    }
    // What every answer to anybody has: most of all requests, and nothing to find out.
    res.setHeader('Access-Control-Allow-Origin', '*')
    res.setHeader('Access-Control-Expose-Headers', exposed)
    next()
  }
}

const allowByOrigin = (allowed: Env['cors']): RequestHandler =>
  cors<Parameters<RequestHandler>[0]>((req, done) => {
    done(null, {
      allowedHeaders,
      credentials: allowed !== '*' && allowed.includes(req.get('Origin') ?? ''),
      exposedHeaders,
      maxAge: 7200,
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
      // A list, be it of one, makes the answer say `Vary: Origin`.
      origin: allowed === '*' ? '*' : [...allowed],
      // OPTIONS of anybody else asks for the methods of an address.
      preflightContinue: !req.get('Access-Control-Request-Method'),
    })
  })

const allowedHeaders = [
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'If-Match',
  'If-None-Match',
  'X-Preview-Token',
  'X-Request-Id',
  'X-HTTP-Method-Override',
  'X-Payload-HTTP-Method-Override',
  // Sent by Apollo's clients, by themselves.
  'Apollo-Require-Preflight',
  'Apollographql-Client-Name',
  'Apollographql-Client-Version',
  'X-Apollo-Operation-Name',
  'X-Apollo-Operation-Id',
  'GraphQL-Preflight',
]

const exposedHeaders = [
  'Content-Disposition',
  'Content-Language',
  'ETag',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
  'X-Slug-Changed',
]
