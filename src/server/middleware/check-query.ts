import type { RequestHandler } from 'express'
import { parse } from 'qs-esm'

import { HttpError } from '../http-error.ts'
import { queryShapes } from '../query-shapes.ts'

export type QueryRules = {
  /** Codes of the languages content is written in. */
  locales: readonly string[]
}

/** The query of an address, read as Payload reads it. */
export const parseQuery = (search: string): Record<string, unknown> =>
  parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })

/**
 * Refuses what Payload would answer with a 500 or silently read as something else: an unknown language, a
 * filter that is no filter, a number that is none.
 * @throws {HttpError} 400 that names the parameter
 */
export const assertQuery = (query: Record<string, unknown>, { locales }: QueryRules): void => {
  for (const [name, value] of Object.entries(query)) {
    // An empty one is none to Payload, but for these, which it fails on.
    if (value === '' && name !== 'data' && name !== 'sort') {
      continue
    }
    const shape = queryShapes[name]
    const problem =
      name === 'locale' || fallbackNames.has(name)
        ? localeProblem({ isFallback: name !== 'locale', locales, value })
        : shape && !shape.test(value)
          ? `must be ${shape.description}`
          : undefined
    if (problem) {
      throw new HttpError(400, `The parameter ${name} ${problem}.`, { field: name })
    }
  }
}

/** Runs `assertQuery` on the address of each request. */
export const checkQuery =
  (rules: QueryRules): RequestHandler =>
  (req, _res, next) => {
    const at = req.originalUrl.indexOf('?')
    assertQuery(at === -1 ? {} : parseQuery(req.originalUrl.slice(at)), rules)
    next()
  }

const fallbackNames = new Set(['fallback-locale', 'fallbackLocale'])

const localeProblem = ({
  isFallback,
  locales,
  value,
}: QueryRules & { isFallback: boolean; value: unknown }): string | undefined => {
  const known = [...locales, ...(isFallback ? ['none', 'false', 'null'] : ['all', '*'])]
  const asked = isFallback && Array.isArray(value) ? value : [value]
  const isKnown = asked.every((code) => typeof code === 'string' && known.includes(code))
  return isKnown ? undefined : `must be one of ${known.join(', ')}`
}
