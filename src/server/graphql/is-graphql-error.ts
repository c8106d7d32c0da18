import type { GraphQLError } from 'graphql'

/** By name: a second copy of graphql, as test runners and bundlers make one, has a class of its own. */
export const isGraphqlError = (error: unknown): error is GraphQLError =>
  error instanceof Error && error.name === 'GraphQLError'
