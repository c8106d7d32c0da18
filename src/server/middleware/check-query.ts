import type { RequestHandler } from 'express'
import { parse } from 'qs-esm'

import { assertLanguages, type LanguageRules } from '../asked-languages.ts'
import { HttpError } from '../http-error.ts'

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
    const shape = shapes[name]
    if (value !== '' && shape && !shape.test(value)) {
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
    assertQuery(at === -1 ? {} : parseQuery(req.originalUrl.slice(at)), rules)
    next()
  }

type Shape = { description: string; test: (value: unknown) => boolean }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wholeNumber: Shape = {
  description: 'a whole number, 0 or more',
  test: (value) => typeof value === 'string' && /^\d{1,9}$/.test(value),
}

const filter: Shape = {
  description: 'a filter such as where[year][equals]=2024',
  test: (value) => {
    return isFilter(typeof value === 'string' ? parseJson(value) : value)
  },
}

const structure: Shape = {
  description: 'an object such as select[title]=true',
  test: isObject,
}

const shapes: Record<string, Shape> = {
  data: {
    description: 'a JSON object',
    test: (value) => isObject(typeof value === 'string' ? parseJson(value) : value),
  },
  depth: wholeNumber,
  joins: {
    description: 'an object such as joins[briefs][limit]=5, or false',
    test: (value) => value === 'false' || isObject(value),
  },
  limit: wholeNumber,
  page: wholeNumber,
  populate: structure,
  select: structure,
  sort: {
    description: 'a field name, or several with commas between',
    test: (value) =>
      (Array.isArray(value) ? value : [value]).every((each) => typeof each === 'string'),
  },
  where: filter,
}

const isFilter = (where: unknown): boolean =>
  isObject(where) &&
  Object.entries(where).every(([name, constraint]) => {
    if (/^(and|or)$/i.test(name)) {
      return Array.isArray(constraint) && constraint.every(isFilter)
    }
    return isObject(constraint)
  })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
