import type { RequestHandler } from 'express'

import { assertSaneJson } from '../assert-sane-json.ts'

/** Looks through a JSON body before anything walks through it. What is no JSON is refused further on. */
export const checkJson: RequestHandler = (req, _res, next) => {
  const body: unknown = req.body
  if (Buffer.isBuffer(body) && req.is('application/json')) {
    let value: unknown
    try {
      value = JSON.parse(body.toString('utf8'))
    } catch {
      value = undefined
    }
    assertSaneJson(value)
  }
  next()
}
