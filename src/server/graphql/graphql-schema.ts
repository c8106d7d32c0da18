import { configToSchema } from '@payloadcms/graphql'
import type { GraphQLFieldConfig, GraphQLSchema, ValidationRule } from 'graphql'
import { deepCopyObject, type PayloadRequest, type SanitizedConfig } from 'payload'

import { withConflictRetry } from '../../database/with-conflict-retry.ts'
import { keepRelationOrder } from './keep-relation-order.ts'

/** What every resolver is given. */
export type GraphqlContext = {
  /** Headers that resolvers add to the answer, such as the cookie of a sign-in. */
  headers: Record<string, string>
  req: PayloadRequest
}

export type PayloadSchema = {
  schema: GraphQLSchema
  /** Payload's own rules, which depend on the variables of the request. */
  validationRules: (variables: Record<string, unknown>) => ValidationRule[]
}

/**
 * The schema of the config. Each mutation field that meets another write is run again by itself, because the
 * fields before it in the same document are already committed.
 */
export const createGraphqlSchema = (config: SanitizedConfig): PayloadSchema => {
  const { schema, validationRules } = configToSchema(config)
  keepRelationOrder(schema)
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    retryConflicts(field)
  }
  return {
    schema,
    validationRules: (variableValues) =>
      // Payload's rules look at nothing but the variables.
      validationRules({ variableValues } as Parameters<typeof validationRules>[0]),
  }
}

const retryConflicts = (field: Pick<GraphQLFieldConfig<unknown, GraphqlContext>, 'resolve'>) => {
  const { resolve } = field
  if (!resolve) {
    return
  }
  field.resolve = (source, args, context, info) =>
    // Operations change the data they are given, so each run has its own.
    withConflictRetry(async () => resolve(source, deepCopyObject(args), context, info))
}
