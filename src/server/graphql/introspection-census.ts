import { type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql'

/** How long the lists of introspection are in a schema, by the names of their fields; on average, where they differ. */
export type Census = Partial<Record<string, number>>

/** Counts a schema, once. */
export const takeCensus = (schema: GraphQLSchema): Census => {
  const known = taken.get(schema)
  if (known) return known
  const types = Object.values(schema.getTypeMap())
  const count = { args: 0, enumValues: 0, fields: 0, inputFields: 0 }
  for (const type of types) {
    if (isEnumType(type)) {
      count.enumValues += type.getValues().length
    } else if (isInputObjectType(type)) {
      count.inputFields += Object.keys(type.getFields()).length
    } else if ('getFields' in type) {
      const fields = Object.values(type.getFields())
      count.fields += fields.length
      count.args += fields.reduce((sum, { args }) => sum + args.length, 0)
    }
  }
  const perType = (total: number): number => total / types.length
  const census: Census = {
    args: count.args / Math.max(count.fields, 1),
    directives: schema.getDirectives().length,
    enumValues: perType(count.enumValues),
    fields: perType(count.fields),
    inputFields: perType(count.inputFields),
    // About every second type is one within a list, or one that is never null.
    ofType: 0.5,
    types: types.length,
  }
  taken.set(schema, census)
  return census
}

const taken = new WeakMap<GraphQLSchema, Census>()
