import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

import { endpointAt } from '../../openapi/endpoint-at.ts'
import { parameterNames } from '../../openapi/parameter-names.ts'
import { problemOf } from '../assert-sane-json.ts'
import { HttpError } from '../http-error.ts'

/** The most parameters that are read; the rest would be left out in silence. */
const mostParameters = 1000

/**
 * Refuses (400) names in a query that would be left out in silence: those that the endpoint does not read, those that
 * every object has anyway, such as `constructor`, and more than a thousand of them. Broken escapes and characters that
 * no text holds are refused, too.
 */
export const checkParameterNames =
  (payload: Payload): RequestHandler =>
  (req, _res, next) => {
    const at = req.originalUrl.indexOf('?')
    if (at !== -1) {
      const search = req.originalUrl.slice(at + 1)
      assertParameterNames({ method: req.method, path: req.path, payload, search })
    }
    next()
  }

/** @throws {HttpError} 400 that names the parameter, and those that are known here */
export const assertParameterNames = ({
  method,
  path,
  payload,
  search,
}: {
  method: string
  /** After `/api`. */
  path: string
  payload: Payload
  search: string
}): void => {
  const pairs = search.split('&').filter(Boolean)
  if (pairs.length > mostParameters) {
    throw new HttpError(
      400,
      `The address has ${pairs.length} parameters; the most is ${mostParameters}.`,
    )
  }
  const place = endpointAt({ method: method === 'HEAD' ? 'GET' : method, path, payload })
  const known = place && parameterNames(place)
  for (const pair of pairs) {
    const [written = '', value = ''] = splitOnce(pair)
    const segments = segmentsOf(decode(written))
    const [name = ''] = segments
    const unsafe = segments.find(
      (segment) => segment in Object.prototype || segment === 'prototype',
    )
    if (unsafe !== undefined) {
      throw new HttpError(400, `“${unsafe}” is no name that a parameter can have.`, { field: name })
    }
    const problem = problemOf(decode(value)) ?? problemOf(decode(written))
    if (problem) {
      throw new HttpError(400, `The parameter ${name} cannot be taken: ${problem}.`, {
        field: name,
      })
    }
    if (known && !known.includes(name)) {
      const names = [...known].sort().join(', ')
      throw new HttpError(400, `The parameter ${name} is not known here. Known are ${names}.`, {
        field: name,
      })
    }
  }
}

/** `where[a.b][equals]=x` has the segments where, a, b, equals. */
const segmentsOf = (name: string): string[] =>
  name.split(/[[\].]+/).filter((segment, at) => at === 0 || segment !== '')

const splitOnce = (pair: string): string[] => {
  const at = pair.indexOf('=')
  return at === -1 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)]
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))
