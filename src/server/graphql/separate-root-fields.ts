import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'

import type { GraphqlContext } from './graphql-schema.ts'

/**
 * Gives each field of the root a context of its own. Payload's resolvers write the language they are asked in, and the
 * selection, into the one they are given, where the fields below read it: without this, of two root fields in two
 * languages the last one decided for both.
 */
export const separateRootFields = (schema: GraphQLSchema): void => {
  const contexts = new WeakMap<GraphqlContext, Map<string | number, GraphqlContext>>()
  const contextOf = (context: GraphqlContext, info: GraphQLResolveInfo): GraphqlContext => {
    const known = contexts.get(context) ?? new Map<string | number, GraphqlContext>()
    contexts.set(context, known)
    const own = known.get(rootOf(info)) ?? { ...context }
    known.set(rootOf(info), own)
    return own
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getInterfaces' in type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (source, args, context: GraphqlContext, info): unknown =>
        resolve(source, args, contextOf(context, info), info)
    }
  }
}

const rootOf = ({ path }: GraphQLResolveInfo): string | number => {
  let root = path
  while (root.prev) root = root.prev
  return root.key
}
