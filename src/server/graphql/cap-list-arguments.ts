import type { GraphQLSchema } from 'graphql'

import { capList } from '../../caps/cap-number.ts'
import { isHeldToCaps } from '../../caps/is-held-to-caps.ts'
import type { GraphqlContext } from './graphql-schema.ts'

/**
 * Refuses lists of everything, or of more than a public reader may ask for at once, as REST does. Joins look after
 * themselves.
 */
export const capListArguments = (schema: GraphQLSchema): void => {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field
    if (!resolve || !field.args.some(({ name }) => name === 'limit')) continue
    field.resolve = (source, args: Arguments, context: GraphqlContext, info): unknown => {
      if (isHeldToCaps(context.req)) capList(args)
      return resolve(source, args, context, info)
    }
  }
}

type Arguments = { limit?: number; pagination?: boolean }
