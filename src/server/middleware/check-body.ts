import type { RequestHandler } from 'express'

import { assertSaneJson } from '../assert-sane-json.ts'
import { HttpError } from '../http-error.ts'
import { readMultipart } from '../read-multipart.ts'

/**
 * Refuses a body that Payload could only fail on: of a type it does not read (415), broken, or not an object (400).
 */
export const checkBody: RequestHandler = (req, _res, next) => {
  const body: unknown = req.body
  if (!Buffer.isBuffer(body)) {
    next()
    return
  }
  if (req.is('application/json')) {
    parseObject(body.toString('utf8'), 'The body')
  } else if (req.is('multipart/form-data')) {
    const { _payload } = readMultipart({ body, contentType: req.get('Content-Type') ?? '' })
    if (_payload !== undefined) {
      // `checkJson` has looked through bodies that are JSON themselves.
      assertSaneJson(parseObject(_payload, 'The field _payload'))
    }
  } else if (!req.is('application/x-www-form-urlencoded') || !isQueryInBody(req)) {
    throw new HttpError(
      415,
      'Send the body as application/json, or as multipart/form-data when it holds a file.',
    )
  }
  next()
}

/** A query too long for an address travels as the body of a POST that says it is a GET. */
export const isQueryInBody = (req: { get: (name: string) => string | undefined; method: string }) =>
  req.method === 'POST' &&
  [req.get('X-Payload-HTTP-Method-Override'), req.get('X-HTTP-Method-Override')].includes('GET')

const parseObject = (text: string, what: string): object => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new HttpError(400, `${what} is not valid JSON.`, { code: 'malformed-json' })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, `${what} must be a JSON object.`)
  }
  return value
}
