import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'

import { codeOfStatus } from '../error-body.ts'
import { type ErrorCode, ownCode } from './error-codes.ts'
import { maskError } from './mask-error.ts'
import type { AnswerType } from './negotiate-answer.ts'

/** A result, with its text where it was written before. */
export type WritableResult = ExecutionResult & { text?: string }

/** What the answer to one request is to be like. */
export type AnswerContext = {
  answerType: AnswerType
  /** Is told the words of the errors that are answered. */
  onErrors?: (codes: string[]) => void
  requestId: string
}

/**
 * Writes results as “GraphQL over HTTP” says, in the media type that was settled before. With any data the status is
 * 200. Without, it is that of the error; but `application/json`, which clients of old read by its body alone, has 200
 * for every document that arrived well and is wrong in itself.
 */
export const answerAsSpecified = (logger: Logger): Plugin<object, AnswerContext> => ({
  onResultProcess: (event) => {
    const { answerType, onErrors, requestId } = event.serverContext
    event.setResultProcessor((input) => {
      const result = input as WritableResult
      const headers = new Headers({ 'Content-Type': `${answerType}; charset=utf-8` })
      if (!result.errors) {
        return new Response(result.text ?? JSON.stringify(result), { headers })
      }
      const masked = result.errors.map((error) => maskError(error, { logger, requestId }))
      const errors = masked.map((error) => toEntry(error, requestId))
      onErrors?.(errors.map(({ extensions: { code } }) => code))
      for (const [name, value] of masked.flatMap((error) =>
        Object.entries(httpOf(error).headers ?? {}),
      )) {
        headers.set(name, value)
      }
      // A hash that is unknown now is known in a moment.
      headers.set('Cache-Control', 'no-store')
      const { data } = result
      const isAnswered = data !== undefined
      const body = JSON.stringify({ ...(isAnswered ? { data } : {}), errors })
      const status = isAnswered ? 200 : statusOf({ answerType, errors, masked })
      return new Response(body, { headers, status })
    }, answerType)
  },
})

type ErrorEntry = {
  extensions: Record<string, unknown> & { code: string; requestId: string }
  locations?: GraphQLError['locations']
  message: string
  path?: GraphQLError['path']
}

type HttpPart = { headers?: Record<string, string>; status?: number }

const httpOf = ({ extensions }: GraphQLError): HttpPart => extensions.http ?? {}

const toEntry = (error: GraphQLError, requestId: string): ErrorEntry => {
  const { code, statusCode, ...extensions } = error.extensions
  const { status = 400 } = httpOf(error)
  for (const internal of ['http', 'originalError', 'spec', 'unexpected'])
    delete extensions[internal]
  return {
    message: error.message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      // Yoga has one word for all that is wrong with a request.
      code: status === 405 ? 'method-not-allowed' : (ownCode(code) ?? codeOfStatus(status)),
      ...extensions,
      ...(statusCode === undefined ? {} : { statusCode }),
      requestId,
    },
  }
}

const statusOf = ({
  answerType,
  errors,
  masked,
}: {
  answerType: AnswerType
  errors: ErrorEntry[]
  masked: GraphQLError[]
}): number => {
  const isOfDocument = errors.every(({ extensions: { code } }) => wrongInItself.has(code))
  if (answerType === 'application/json' && isOfDocument) return 200
  return Math.max(400, ...masked.map((error) => httpOf(error).status ?? 400))
}

const wrongInItself: ReadonlySet<string> = new Set<ErrorCode>([
  'introspection-off',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'syntax-error',
  'unknown-language',
  'unknown-operation',
  'validation-failed',
  'variables-invalid',
])
