import type { RequestHandler } from 'express'
import type { Collection, Payload } from 'payload'

import { HttpError } from '../http-error.ts'

/**
 * Refuses addresses that are not well encoded (400), and those that Payload has for every collection, also for one that lacks what they work on, where all it
 * could do is fail: collections without endpoints and e-mail addresses that nobody verifies (404), files by a prefix
 * that none has (400).
 */
export const checkAddress =
  (payload: Payload): RequestHandler =>
  (req, _res, next) => {
    assertDecodable(req.path)
    // The slug is the caller's.
    const collections: Partial<Record<string, Collection>> = payload.collections
    const [slug = '', action = ''] = req.path.split('/').filter(Boolean)
    const config = collections[slug]?.config
    if (!config) {
      next()
      return
    }
    // Payload tells no case in the rest of a path.
    const isAction = (name: string): boolean => action.toLowerCase() === name
    const isVerifying = isAction('verify') && req.method === 'POST' && !config.auth.verify
    if (config.endpoints === false || isVerifying) {
      throw new HttpError(404, `There is nothing at ${req.originalUrl.replace(/\?.*$/, '')}.`)
    }
    const hasPrefix = config.flattenedFields.some(({ name }) => name === 'prefix')
    if (isAction('file') && !hasPrefix && 'prefix' in req.query) {
      throw new HttpError(400, 'The files here have no prefix: leave the parameter out.', {
        field: 'prefix',
      })
    }
    next()
  }

/** Payload decodes the parts of a path and fails on one that cannot be. */
const assertDecodable = (path: string): void => {
  try {
    decodeURIComponent(path)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw new HttpError(400, 'The address is not well encoded: write % as %25, and text as UTF-8.')
  }
}
