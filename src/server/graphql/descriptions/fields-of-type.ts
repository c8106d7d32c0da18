import type { GraphQLField, GraphQLInputField, GraphQLNamedType } from 'graphql'

/** The fields of a type, whether it is answered or given; none where a type has none. */
export const fieldsOfType = (
  type: GraphQLNamedType | undefined,
): (GraphQLField<unknown, unknown> | GraphQLInputField)[] =>
  type && 'getFields' in type
    ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields())
    : []
