import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import type { RequestHandler } from 'express'
import helmet from 'helmet'

import type { Env } from '../../env.ts'

/**
 * Security headers, in two sets. The API serves data and files to any site and runs nothing; the admin
 * UI runs scripts of this server only (inline ones are how Next hands over its state), shows
 * pictures and previews from elsewhere, and is framed by nobody else.
 */
export const setSecurityHeaders = ({ nodeEnv, publicUrl }: Env): RequestHandler => {
  const isHttps = publicUrl.startsWith('https:')
  const shared = {
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    strictTransportSecurity: isHttps,
    xFrameOptions: { action: 'sameorigin' as const },
  }
  const api = helmet({
    ...shared,
    contentSecurityPolicy: {
      directives: {
        'base-uri': ["'none'"],
        'default-src': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'self'"],
        'img-src': ["'self'"],
        'style-src': ["'unsafe-inline'"],
      },
      useDefaults: false,
    },
    // A picture or a document is there to be shown on other people's pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
  const admin = helmet({
    ...shared,
    contentSecurityPolicy: {
      directives: {
        'base-uri': ["'self'"],
        'connect-src': ["'self'", ...(nodeEnv === 'development' ? ['ws:'] : [])],
        'default-src': ["'self'"],
        'font-src': ["'self'", 'data:'],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        'frame-src': ["'self'", 'https:', 'http:'],
        'img-src': ["'self'", 'data:', 'blob:', 'https:'],
        'media-src': ["'self'", 'blob:', 'https:'],
        'object-src': ["'none'"],
        'script-src': [
          "'self'",
          "'unsafe-inline'",
          ...(nodeEnv === 'development' ? ["'unsafe-eval'"] : []),
        ],
        'style-src': ["'self'", "'unsafe-inline'"],
        'worker-src': ["'self'", 'blob:'],
        ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
      useDefaults: false,
    },
  })
  const [ofAdmin, ofApi] = [admin, api].map(headersSetBy)
  return (req, res, next) => {
    const isAdmin = req.url.startsWith('/admin') || req.url.startsWith('/_next')
    for (const [name, value] of (isAdmin ? ofAdmin : ofApi) ?? []) res.setHeader(name, value)
    next()
  }
}

/** They are the same for every request, and told once. */
const headersSetBy = (handler: ReturnType<typeof helmet>): [string, string][] => {
  const res = new ServerResponse(new IncomingMessage(new Socket()))
  handler(res.req, res, () => undefined)
  return res.getHeaderNames().map((name) => [name, String(res.getHeader(name))])
}
