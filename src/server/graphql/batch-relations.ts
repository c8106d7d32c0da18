import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { RelationshipField, SanitizedConfig, UploadField } from 'payload'

import { documentLoader, type ReadDocument } from './document-loader.ts'
import { documentTypes } from './document-types.ts'
import type { GraphqlContext } from './graphql-schema.ts'
import { openScope } from './read-scopes.ts'
import { type Content, selectOfQuery } from './select-of-query.ts'

type Args = Parameters<typeof openScope>[0]['asked']

type Relation = GraphQLField<Record<string, unknown>, GraphqlContext, Args>

/** Where a relation leads. */
type Reference = { collection: string; id: number | string }

type Target = { content: Content; type: GraphQLObjectType }

/**
 * Answers relations and files with one query for all documents of a list, in the order that the editor gave them, with
 * the fields that are asked for. Below a relation that names a language is that language.
 */
export const batchRelations = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const targets = new Map<string, Target>(
    documentTypes(schema, config).map(({ collection, type }) => [
      collection.slug,
      { content: collection, type },
    ]),
  )
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getInterfaces' in type)) continue
    for (const field of Object.values(type.getFields())) {
      const relation = relationOf(field)
      if (relation) field.resolve = readRelation(relation, targets)
    }
  }
}

const relationOf = ({
  extensions,
}: {
  extensions: { field?: { type: string } }
}): RelationshipField | undefined | UploadField =>
  extensions.field?.type === 'relationship' || extensions.field?.type === 'upload'
    ? (extensions.field as RelationshipField | UploadField)
    : undefined

const readRelation =
  (
    { hasMany, name, relationTo }: RelationshipField | UploadField,
    targets: ReadonlyMap<string, Target>,
  ): NonNullable<Relation['resolve']> =>
  async (source, args, context, info) => {
    const scope = openScope({ asked: args, context, info })
    const read = async ({ collection, id }: Reference): Promise<null | ReadDocument> => {
      const target = targets.get(collection)
      if (!target) return null
      const select = selectOfQuery({
        ...target,
        info,
        ...(Array.isArray(relationTo) ? { through: 'value' } : {}),
      })
      const document = await documentLoader({ collection, scope, select }, info).load(id)
      if (!document || !Array.isArray(relationTo)) return document
      return { id, relationTo: collection, value: { ...document, collection } }
    }
    const given = source[name]
    const references = (Array.isArray(given) ? given : [given]).flatMap((value: unknown) =>
      referenceOf(value, relationTo),
    )
    const found = (await Promise.all(references.map(read))).filter((each) => each !== null)
    return hasMany ? found : (found[0] ?? null)
  }

/** What a relation holds: an id, with the collection where it leads to one of several. */
const referenceOf = (value: unknown, relationTo: string | string[]): Reference[] => {
  if (isRecord(value) && 'relationTo' in value) {
    return referenceOf(value.value, String(value.relationTo))
  }
  const id = isRecord(value) ? value.id : value
  const isId = typeof id === 'string' || typeof id === 'number'
  return isId && !Array.isArray(relationTo) ? [{ collection: relationTo, id }] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
