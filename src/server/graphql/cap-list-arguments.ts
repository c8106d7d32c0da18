import type { GraphQLSchema } from 'graphql'

import { capList, capNumber } from '../../caps/cap-number.ts'
import { isHeldToCaps } from '../../caps/is-held-to-caps.ts'
import { publicCaps } from '../../caps/public-caps.ts'
import type { GraphqlContext } from './graphql-schema.ts'

/** Refuses lists and joins of everything, or of more than a public reader may ask for at once, as REST does. */
export const capListArguments = (schema: GraphQLSchema): void => {
  const root = schema.getQueryType()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getInterfaces' in type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve || !field.args.some(({ name }) => name === 'limit')) continue
      field.resolve = (source, args: Arguments, context: GraphqlContext, info): unknown => {
        if (isHeldToCaps(context.req)) {
          if (type === root) capList(args)
          else capJoin(args)
        }
        return resolve(source, args, context, info)
      }
    }
  }
}

type Arguments = { count?: boolean; limit?: number; pagination?: boolean }

/** Without documents, a join only counts. */
const capJoin = ({ count, limit }: Arguments): void =>
  capNumber({
    cap: publicCaps.joinLimit,
    field: 'limit',
    isAllAtZero: !count,
    value: limit,
  })
