import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

import { requestIdOf } from '../request-id-of.ts'

/** One line per request: what was asked, what was answered, how long it took. No header, body or secret. */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (req, res, next) => {
    const startedAt = performance.now()
    res.on('close', () => {
      const isHealthCheck = /^\/(?:health\/|metrics$)/.test(req.originalUrl)
      const level = res.statusCode >= 500 ? 'error' : isHealthCheck ? 'debug' : 'info'
      logger[level](
        {
          bytes: Number(res.getHeader('content-length')) || undefined,
          isAborted: res.writableFinished ? undefined : true,
          method: req.method,
          ms: Math.round((performance.now() - startedAt) * 10) / 10,
          requestId: requestIdOf(res),
          status: res.statusCode,
          url: withoutSecrets(req.originalUrl),
        },
        'request',
      )
    })
    next()
  }

/**
 * A path and query fit for a log: values of telling names, and values that look like tokens, are
 * taken out. Words that a reader searched for stay.
 */
export const withoutSecrets = (url: string): string => {
  const [pathname = '', search] = url.split('?', 2)
  const path = pathname.replace(/(\/verify\/|\/reset-password\/|\/reset\/)[^/]+/g, '$1[redacted]')
  if (!search) {
    return path
  }
  const pairs = search.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2)
    return secretName.test(name) || looksLikeToken(value) ? `${name}=[redacted]` : pair
  })
  return `${path}?${pairs.join('&')}`.slice(0, 2000)
}

const secretName = /pass|token|secret|key|auth|signature|session|code|email/i

/** Long, unbroken and mixed: a JWT, an API key, a hash. A UUID is an id, not a secret. */
function looksLikeToken(value: string): boolean {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$|^[\da-f]{24}$/i.test(value)
  return !isId && /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{24,}$/i.test(value)
}
