import type { RequestHandler } from 'express'
import { parse } from 'qs-esm'

import { assertLanguages, type LanguageRules } from '../asked-languages.ts'
import { HttpError } from '../http-error.ts'
import { queryShapes } from '../query-shapes.ts'

export type QueryRules = Pick<LanguageRules, 'locales'>

/** The query of an address, read as Payload reads it. */
export const parseQuery = (search: string): Record<string, unknown> =>
  parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })

/**
 * Refuses what Payload would answer with a 500 or silently read as something else: an unknown language, a
 * filter that is no filter, a number that is none.
 * @throws {HttpError} 400 that names the parameter
 */
export const assertQuery = (query: Record<string, unknown>, rules: QueryRules): void => {
  assertLanguages(query, rules)
  for (const [name, value] of Object.entries(query)) {
    // An empty one is none to Payload, but for these, which it fails on.
    if (value === '' && name !== 'data' && name !== 'sort') continue
    const shape = queryShapes[name]
    if (shape && !shape.test(value)) {
      throw new HttpError(400, `The parameter ${name} must be ${shape.description}.`, {
        field: name,
      })
    }
  }
}

/** Runs `assertQuery` on the address of each request. */
export const checkQuery =
  (rules: QueryRules): RequestHandler =>
  (req, _res, next) => {
    const at = req.originalUrl.indexOf('?')
    const query = at === -1 ? {} : parseQuery(req.originalUrl.slice(at))
    assertQuery(query, rules)
    if (query.where === '' && ['DELETE', 'PATCH'].includes(req.method)) {
      throw new HttpError(400, 'The parameter where is empty: say which documents are meant.', {
        field: 'where',
      })
    }
    next()
  }
