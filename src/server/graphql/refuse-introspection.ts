import { GraphQLError, type ValidationRule } from 'graphql'

/** Keeps the schema to itself. Payload's own rule does so in production only. */
export const refuseIntrospection: ValidationRule = (context) => ({
  Field: (node) => {
    if (!['__schema', '__type'].includes(node.name.value)) return
    const message =
      'This server does not tell its schema: read the file src/generated/schema.graphql.'
    context.reportError(
      new GraphQLError(message, { extensions: { code: 'introspection-off' }, nodes: [node] }),
    )
  },
})
