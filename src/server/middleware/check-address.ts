import type { RequestHandler } from 'express'
import type { Collection, Payload } from 'payload'

import { HttpError } from '../http-error.ts'

/**
 * Refuses addresses that Payload has for every collection, also for one that lacks what they work on, where all it
 * could do is fail: collections without endpoints and e-mail addresses that nobody verifies (404), files by a prefix
 * that none has (400). Of all addresses, those with broken escapes (400), with control characters, and with names that
 * every object has anyway (404).
 */
export const checkAddress =
  (payload: Payload): RequestHandler =>
  (req, _res, next) => {
    // The slug is the caller's.
    const segments = req.path.split('/').filter(Boolean)
    const names = segments.map(decodeURIComponent)
    const isOfObjects = names.slice(0, 2).some((name) => name in Object.prototype)
    if (isOfObjects || names.some((name) => hasControls.test(name)))
      throw nothingAt(req.originalUrl)
    const collections: Partial<Record<string, Collection>> = payload.collections
    const [slug = '', action = ''] = segments
    const config = collections[slug]?.config
    if (!config) {
      next()
      return
    }
    // Payload tells no case in the rest of a path.
    const isAction = (name: string): boolean => action.toLowerCase() === name
    const isVerifying = isAction('verify') && req.method === 'POST' && !config.auth.verify
    if (config.endpoints === false || isVerifying) {
      throw nothingAt(req.originalUrl)
    }
    const hasPrefix = config.flattenedFields.some(({ name }) => name === 'prefix')
    if (isAction('file') && !hasPrefix && 'prefix' in req.query) {
      throw new HttpError(400, 'The files here have no prefix: leave the parameter out.', {
        field: 'prefix',
      })
    }
    next()
  }

const hasControls = /[\u0000-\u001f\u007f]/

const nothingAt = (originalUrl: string): HttpError =>
  new HttpError(404, `There is nothing at ${originalUrl.replace(/\?.*$/, '')}.`)
