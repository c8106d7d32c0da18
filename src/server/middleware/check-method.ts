import type { RequestHandler } from 'express'

import { HttpError } from '../http-error.ts'

/** Refuses (405) methods that nothing here answers. Fetch, in whose terms Payload thinks, cannot even say TRACE. */
export const checkMethod: RequestHandler = (req, res, next) => {
  if (!known.includes(req.method)) {
    res.setHeader('Allow', known.join(', '))
    throw new HttpError(405, `The method ${req.method} is not known here.`)
  }
  next()
}

const known = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']
