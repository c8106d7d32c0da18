import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'

import { codeOfStatus, type ErrorBody } from '../error-body.ts'
import { asRefusal, HttpError } from '../http-error.ts'
import { requestIdOf } from '../request-id-of.ts'

/** The end of the path: nothing answers at this address. */
export const respondNotFound: RequestHandler = (req) => {
  throw new HttpError(404, `There is nothing at ${req.path}.`)
}

/** Turns whatever was thrown on the way into the one error shape. Details of the unexpected stay in the log. */
export const respondToErrors =
  (logger: Logger): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  (error: unknown, _req, res, _next) => {
    const requestId = requestIdOf(res)
    const refusal = asRefusal(error)
    if (!refusal) {
      logger.error({ err: error, requestId }, 'unexpected error')
    }
    if (res.headersSent) {
      res.destroy()
      return
    }
    const status = refusal?.status ?? 500
    const body: ErrorBody = {
      errors: [
        {
          code: refusal?.code ?? codeOfStatus(status),
          ...(refusal?.field ? { field: refusal.field } : {}),
          message: refusal?.message ?? 'Something went wrong.',
        },
      ],
      requestId,
    }
    res.status(status).json(body)
  }
