import { createGraphQLError } from 'graphql-yoga'
import type { GraphQLError } from 'graphql'

import { type GraphqlLimit, graphqlLimits } from '../../graphql-settings.ts'
import { codeOfLimit, type ErrorCode } from './error-codes.ts'

/** An error for the caller, with its word and the status it has where nothing was answered. */
export const graphqlRefusal = ({
  code,
  details = {},
  headers,
  message,
  status = 400,
}: {
  code: ErrorCode
  details?: Record<string, unknown>
  headers?: Record<string, string>
  message: string
  status?: number
}): GraphQLError =>
  createGraphQLError(message, {
    extensions: { code, ...details, http: { status, ...(headers ? { headers } : {}) } },
  })

/** The error of a limit: what it is, how much was asked, how much is allowed, and where an operator says so. */
export const limitRefusal = ({
  allowed,
  asked,
  limit,
  status,
  what,
}: {
  allowed: number
  /** Left out where nobody counted to the end. */
  asked?: number
  limit: GraphqlLimit
  status?: number
  /** The beginning of a sentence, such as “The document has 70 aliases”. */
  what: string
}): GraphQLError => {
  const { setting } = graphqlLimits[limit]
  return graphqlRefusal({
    code: codeOfLimit[limit],
    details: {
      limit: { allowed, ...(asked === undefined ? {} : { asked }), name: limit, setting },
    },
    message: `${what}; ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed here (setting ${setting}).`,
    ...(status ? { status } : {}),
  })
}
