import type { GraphQLField, GraphQLSchema } from 'graphql'

/**
 * Returns related documents in the order the editor gave them: Payload's resolvers of relations to many
 * answer in the order in which the documents happened to be loaded.
 */
export const keepRelationOrder = (schema: GraphQLSchema): void => {
  const entryPoints = [schema.getQueryType(), schema.getMutationType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getInterfaces' in type) || entryPoints.some((each) => each === type)) continue
    for (const field of Object.values(type.getFields())) {
      if (field.resolve && isList(field)) sortResult(field)
    }
  }
}

const isList = ({ type }: GraphQLField<unknown, unknown>): boolean => String(type).startsWith('[')

const sortResult = (field: GraphQLField<unknown, unknown>): void => {
  const { name, resolve } = field
  field.resolve = async (source, args, context, info) => {
    const result: unknown = await resolve?.(source, args, context, info)
    const given = isRecord(source) ? source[name] : undefined
    if (!Array.isArray(result) || !Array.isArray(given)) return result
    const order = given.map(idOf)
    const place = (item: unknown): number => order.indexOf(idOf(item))
    return (result as unknown[]).toSorted((a, b) => place(a) - place(b))
  }
}

/** The id of an id, of a document, or of either within a reference to one of several collections. */
const idOf = (value: unknown): unknown => {
  if (!isRecord(value)) return value
  return 'relationTo' in value && 'value' in value ? idOf(value.value) : value.id
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
