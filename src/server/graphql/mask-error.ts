import { GraphQLError } from 'graphql'
import { APIError } from 'payload'
import type { Logger } from 'pino'

import { codeOfStatus } from '../error-body.ts'
import { isGraphqlError } from './is-graphql-error.ts'

/**
 * What a caller is told about an error: the message, status and wrong fields of what is meant for them; nothing
 * but its occurrence of what is not. The whole of it goes to the log, never a stack trace to the caller.
 */
export const maskError = (
  error: unknown,
  { logger, requestId }: { logger: Logger; requestId: string },
): GraphQLError => {
  const located = isGraphqlError(error) ? error : undefined
  const original = located ? located.originalError : error
  if (located && !original) {
    return located
  }
  const place = located ? { nodes: located.nodes, path: located.path } : undefined
  if (isGraphqlError(original) && typeof original.extensions.code === 'string') {
    return new GraphQLError(original.message, { ...place, extensions: original.extensions })
  }
  if (original instanceof APIError && original.isPublic) {
    return new GraphQLError(original.message, {
      ...place,
      extensions: {
        code: codeOfApiError(original),
        ...(original.data ? { data: original.data } : {}),
        name: original.name,
        statusCode: original.status,
      },
    })
  }
  logger.error({ err: original, path: place?.path, requestId }, 'unexpected error')
  return new GraphQLError('Something went wrong.', {
    ...place,
    extensions: { code: 'internal', http: { status: 500 }, statusCode: 500 },
  })
}

const codeOfApiError = ({ data, status }: { data: unknown; status: number }): string => {
  const { code, errors } = (data ?? {}) as { code?: unknown; errors?: unknown }
  if (typeof code === 'string') return code
  return Array.isArray(errors) ? 'invalid' : codeOfStatus(status)
}
