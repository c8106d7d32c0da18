import fc from 'fast-check'
import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql'

export type Selection = string

/** What a field of a document leads to: a value of its own, or other documents. */
type Kind = 'joined' | 'one of several' | 'own' | 'related'

/** The fields of a document that hold something of its own. */
export const ownFields = (schema: GraphQLSchema, type: string): Selection => {
  const own = fieldsOf(schema, type).filter(({ kind }) => kind === 'own')
  return own
    .map(({ inner, name }) => (inner ? `${name} { ${whole(schema, inner)} }` : name))
    .join(' ')
}

/** Some fields of a document, and of documents that it leads to. */
export const randomSelection = ({
  depth,
  schema,
  type,
}: {
  depth: number
  schema: GraphQLSchema
  type: string
}): fc.Arbitrary<Selection> => {
  const fields = fieldsOf(schema, type).filter(({ kind }) => kind === 'own' || depth > 0)
  return fc
    .subarray(fields, { maxLength: 5, minLength: 1 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((field) => randomField({ depth, field, schema })))
        .map((parts) => ['__typename', 'id', ...parts].join(' ')),
    )
}

type Field = { inner: string | undefined; kind: Kind; name: string }

const fieldsOf = (schema: GraphQLSchema, type: string): Field[] =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter(({ name }) => !['_fallbacks', 'translations'].includes(name))
    .map(({ name, type: wrapped }) => {
      const named = getNamedType(wrapped)
      const fields = 'getFields' in named ? named.getFields() : undefined
      const is = (...names: string[]) => names.every((each) => fields && each in fields)
      const kind: Kind = is('docs', 'hasNextPage')
        ? 'joined'
        : is('relationTo', 'value')
          ? 'one of several'
          : is('createdAt', 'updatedAt')
            ? 'related'
            : 'own'
      return { inner: fields ? named.name : undefined, kind, name }
    })

/** All values below a field, without the documents that they lead to. */
const whole = (schema: GraphQLSchema, type: string): Selection =>
  ['__typename', ownFields(schema, type)].join(' ')

const randomField = ({
  depth,
  field: { inner, kind, name },
  schema,
}: {
  depth: number
  field: Field
  schema: GraphQLSchema
}): fc.Arbitrary<Selection> => {
  if (!inner) return fc.constant(name)
  const document = (type: string) => randomSelection({ depth: depth - 1, schema, type })
  if (kind === 'related') return document(inner).map((each) => `${name} { ${each} }`)
  if (kind === 'joined') {
    const { docs } = (schema.getType(inner) as GraphQLObjectType).getFields()
    return document(getNamedType(docs!.type).name).map((each) => `${name} { docs { ${each} } }`)
  }
  if (kind === 'one of several') {
    // One of them: options of both may have the same name and be of two types, which GraphQL refuses.
    return fc
      .constantFrom('PartnerProfile', 'Program')
      .chain((type) =>
        document(type).map((each) => `${name} { value { ... on ${type} { ${each} } } }`),
      )
  }
  // The rows of a list, or a group; documents that it leads to are among its fields.
  const parts = fieldsOf(schema, inner).filter((each) => each.kind === 'own' || depth > 0)
  return fc
    .subarray(parts, { minLength: 1 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((field) => randomField({ depth, field, schema })))
        .map((texts) => `${name} { ${texts.join(' ')} }`),
    )
}
