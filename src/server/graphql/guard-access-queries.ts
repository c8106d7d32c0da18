import type { GraphQLSchema } from 'graphql'

import type { GraphqlContext } from './graphql-schema.ts'

/**
 * `docAccessProgram(id)` and its like answer for documents that the caller may read. Payload's own resolvers look at
 * what exists, and so tell which ids are drafts. Those of globals, which have no arguments, look for the request among
 * these.
 */
export const guardAccessQueries = (schema: GraphQLSchema): void => {
  const fields = schema.getQueryType()?.getFields() ?? {}
  for (const [name, field] of Object.entries(fields)) {
    const read = fields[name.replace(/^docAccess/, '')]?.resolve
    const { resolve } = field
    if (!name.startsWith('docAccess') || !read || !resolve) continue
    if (field.args.length === 0) {
      field.resolve = (source, _, context: GraphqlContext, info): unknown =>
        resolve(source, context, context, info)
      continue
    }
    field.resolve = async (
      source,
      args: { id?: string },
      context: GraphqlContext,
      info,
    ): Promise<unknown> => {
      await read(source, { id: args.id, trash: true }, { ...context }, info)
      return resolve(source, args, context, info)
    }
  }
}
