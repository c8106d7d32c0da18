import { codeOfStatus } from '../server/error-body.ts'
import type { Place } from './endpoint-at.ts'
import type { EndpointDoc } from './endpoint-doc.ts'
import { queryParameters } from './parameters.ts'
import { refTo, type Schema } from './schema.ts'

/** An operation of the document: parameters, body, answers. */
export const operationOf = ({
  doc,
  locales,
  path,
  place,
  tag,
}: {
  doc: EndpointDoc
  locales: readonly string[]
  /** With its parameters in braces. */
  path: string
  place: Place
  tag: string
}): Schema => {
  const { method } = place.endpoint
  const isWrite = method !== 'get'
  return {
    operationId: `${method}${path.replace(/[/{}-]+(.)?/g, (_match, next: string | undefined) => (next ?? '').toUpperCase())}`,
    tags: [tag],
    summary: doc.summary,
    ...(doc.description ? { description: doc.description } : {}),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        in: 'path',
        name,
        required: true,
        schema: { type: 'string', minLength: 1 },
      })),
      ...queryParameters(place, locales),
    ],
    ...(doc.body
      ? {
          requestBody: {
            content: { 'application/json': { schema: doc.body } },
            required: true,
          },
        }
      : {}),
    responses: {
      [doc.status ?? 200]: success(doc),
      ...Object.fromEntries(
        Object.entries(errors)
          .filter(([status]) => isWrite || !ofWrites.has(status))
          .map(([status, description]) => [status, failure(status, description)]),
      ),
    },
    security: doc.isForStaff
      ? [{ token: [] }, { cookie: [] }, ...(isWrite ? [] : [{ key: [] }])]
      : [{}, { token: [] }, { cookie: [] }, ...(isWrite ? [] : [{ key: [] }])],
  }
}

const success = ({ answer, answerType, example }: EndpointDoc): Schema => ({
  description: 'As asked.',
  headers: {
    ...header('X-Request-Id', 'The name of the request, as in the log.'),
    ...header('RateLimit', 'How much is left: `"client"; r=599; t=60`.'),
    ...header('RateLimit-Policy', 'How much there is: `"client"; q=600; w=60`.'),
  },
  content: answer
    ? {
        'application/json': { schema: answer, ...(example === undefined ? {} : { example }) },
      }
    : { [answerType ?? '*/*']: {} },
})

const failure = (status: string, description: string): Schema => ({
  description,
  headers: {
    ...header('X-Request-Id', 'The name of the request, as in the log.'),
    ...(status === '429' ? header('Retry-After', 'Seconds to wait.') : {}),
  },
  content: {
    'application/json': {
      schema: refTo('Error'),
      example: {
        errors: [{ code: codeOfStatus(Number(status)), message: description }],
        requestId: '4f0c2c7e-6c1b-4a63-9f0e-0d6f6b2a9a55',
      },
    },
  },
})

const header = (name: string, description: string): Schema => ({
  [name]: { description, schema: { type: 'string' } },
})

const errors: Record<string, string> = {
  400: 'A parameter or a field is wrong; `field` names it.',
  401: 'The key, the password or the session does not hold.',
  403: 'Whoever asks may not do this.',
  404: 'There is nothing there, or nothing that whoever asks may see.',
  409: 'It cannot be done as things are now.',
  412: 'Somebody else has saved the same field since.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not read here.',
  423: 'Somebody else is editing it.',
  429: 'Too many requests in this minute.',
  431: 'Address and headers are too large: send the query as the body of a POST.',
}

const ofWrites = new Set(['409', '412', '413', '415', '423'])
