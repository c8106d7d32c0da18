import type { Request } from 'express'

import { HttpError } from '../http-error.ts'

export type GraphqlParams = {
  /** The id of a trusted document, instead of its text. */
  documentId?: string
  extensions?: Record<string, unknown>
  operationName?: string
  query?: string
  variables?: Record<string, unknown>
}

/**
 * What a request asks, from the address of a GET or the JSON of a POST.
 * @throws {HttpError} 400, 405 or 415 that names the part which is missing or of the wrong type
 */
export const readGraphqlRequest = (
  req: Pick<Request, 'body' | 'get' | 'is' | 'method'>,
  { searchParams }: URL,
): GraphqlParams => {
  if (req.method === 'POST') return checked(readBody(req))
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    throw new HttpError(405, 'Ask with POST, or a query with GET.')
  }
  // Empty is as good as left out.
  const text = (name: string) => (searchParams.get(name) ? searchParams.get(name) : undefined)
  return checked({
    documentId: text('documentId'),
    extensions: parseParameter('extensions', text('extensions')),
    operationName: text('operationName'),
    query: text('query'),
    variables: parseParameter('variables', text('variables')),
  })
}

/** Says how to ask, to who has not. */
export const howToAsk =
  'There is no question here: POST {"query": "{ … }"} as application/json. The schema is the file src/generated/schema.graphql.'

const readBody = (req: Pick<Request, 'body' | 'get' | 'is'>): Record<string, unknown> => {
  const bytes: unknown = req.body
  const contentType = req.get('Content-Type')
  if (!contentType) {
    throw new HttpError(400, 'The request has no Content-Type: send it as application/json.', {
      field: 'Content-Type',
    })
  }
  // A page of a foreign site can send other types by itself, with the visitor's cookies.
  if (!/^application\/json\s*(;|$)/i.test(contentType) || hasForeignCharset(contentType)) {
    throw new HttpError(415, 'Send a GraphQL request as application/json, in UTF-8.')
  }
  if (!Buffer.isBuffer(bytes)) throw new HttpError(400, howToAsk)
  const body = parseJson(bytes)
  if (Array.isArray(body)) {
    throw new HttpError(
      400,
      'Batches are not answered: send one request at a time, as an object.',
      {
        code: 'batch-refused',
      },
    )
  }
  if (!isObject(body)) {
    throw new HttpError(400, `The body must be a JSON object, not ${nameOf(body)}.`)
  }
  const { id, ...rest } = body
  const stranger = Object.keys(rest).find((name) => !known.has(name))
  if (stranger !== undefined) {
    const field = stranger.slice(0, 100)
    const names = [...known].join(', ')
    throw new HttpError(400, `The body has an unknown part “${field}”; known are ${names}.`, {
      field,
    })
  }
  // As Relay sends it.
  return id === undefined ? rest : { documentId: id, ...rest }
}

const known = new Set(['query', 'variables', 'operationName', 'extensions', 'documentId'])

const hasForeignCharset = (contentType: string): boolean => {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1]
  return charset !== undefined && !/^utf-?8$/i.test(charset)
}

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    throw new HttpError(400, 'The body is not valid JSON in UTF-8.', { code: 'malformed-json' })
  }
}

const parseParameter = (name: string, text: null | string | undefined): unknown => {
  try {
    return typeof text !== 'string' ? undefined : (JSON.parse(text) as unknown)
  } catch {
    throw new HttpError(400, `The parameter ${name} is not valid JSON.`, {
      code: 'malformed-json',
      field: name,
    })
  }
}

/** Null is as good as nothing, except for what is asked. */
const checked = (parts: Record<string, unknown>): GraphqlParams => {
  const given = Object.entries(parts).filter(
    ([name, value]) => value !== undefined && (value !== null || name === 'query'),
  )
  for (const [name, value] of given) {
    const isRight = objects.has(name) ? isObject(value) : typeof value === 'string'
    if (!isRight) {
      const right = objects.has(name) ? 'an object' : 'a string'
      throw new HttpError(400, `The part ${name} must be ${right}, not ${nameOf(value)}.`, {
        field: name,
      })
    }
  }
  return Object.fromEntries(given)
}

const objects = new Set(['extensions', 'variables'])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
