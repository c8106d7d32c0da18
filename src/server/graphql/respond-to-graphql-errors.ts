import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'

import { codeOfStatus } from '../error-body.ts'
import { asRefusal } from '../http-error.ts'
import { noteGraphqlErrors } from '../metrics/refusals.ts'
import { requestIdOf } from '../request-id-of.ts'
import { isGraphqlError } from './is-graphql-error.ts'
import { acceptedType } from './negotiate-answer.ts'

/**
 * Answers what was refused before it became a query in the shape of GraphQL: clients take a body with any other part,
 * such as the `requestId` of REST, for no answer at all. Within an error `code` and `field` stand where REST has them, too.
 */
export const respondToGraphqlErrors =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const requestId = requestIdOf(res)
    const refusal = toRefusal(error)
    if (refusal.status === 500) logger.error({ err: error, requestId }, 'unexpected error')
    const { details, message, status } = refusal
    const { code, field } = details
    // Who limits requests has noted it already.
    if (status !== 429) noteGraphqlErrors(res, [code])
    const entry = { message, code, field, extensions: { ...details, requestId } }
    if (status === 405) res.setHeader('Allow', 'GET, HEAD, POST, OPTIONS')
    res
      .status(status)
      .vary('Accept')
      .type(`${acceptedType(req) ?? 'application/json'}; charset=utf-8`)
      .end(JSON.stringify({ errors: [entry] }))
  }

type Refusal = { details: Record<string, unknown>; message: string; status: number }

const toRefusal = (error: unknown): Refusal => {
  const known = asRefusal(error)
  if (known) {
    const { code, field, message, status } = known
    const details = { code: code ?? codeOfStatus(status), ...(field ? { field } : {}) }
    return { details, message, status }
  }
  if (isGraphqlError(error)) {
    const { http, ...details } = error.extensions
    return { details, message: error.message, status: http?.status ?? 400 }
  }
  return { details: { code: 'internal' }, message: 'Something went wrong.', status: 500 }
}
