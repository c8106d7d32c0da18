import type { RequestHandler } from 'express'

import { clientAddressHeader } from '../../client-address.ts'

/**
 * Payload and Next see headers only, which anyone can write; so the address goes there in one of our own. Behind a proxy
 * it is what Express's `trust proxy` lets it be.
 */
export const tellClientAddress: RequestHandler = (req, _res, next) => {
  req.headers[clientAddressHeader] = req.ip
  next()
}
