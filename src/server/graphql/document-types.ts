import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import {
  formatNames,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
  toWords,
} from 'payload'

export type DocumentType = {
  collection: SanitizedCollectionConfig
  /** The names that Payload gives the fields of the root: one document, a list of them. */
  names: { many: string; one: string }
  type: GraphQLObjectType
}

/** The types of the schema that are documents of a collection. */
export const documentTypes = (schema: GraphQLSchema, config: SanitizedConfig): DocumentType[] =>
  config.collections.flatMap((collection) => {
    const names = namesOf(collection)
    const type = schema.getType(names.one)
    return collection.graphQL !== false && type && 'getInterfaces' in type && 'isTypeOf' in type
      ? [{ collection, names, type }]
      : []
  })

/** The name of the type of a global, which is that of its field of the root as well. */
export const nameOfGlobal = ({ graphQL, slug }: SanitizedGlobalConfig): string =>
  (graphQL && graphQL.name) || formatNames(slug).singular

const namesOf = ({ graphQL, slug }: SanitizedCollectionConfig): DocumentType['names'] => {
  const { plural, singular } = formatNames(slug)
  const given = graphQL === false ? undefined : graphQL
  const one = given?.singularName ? toWords(given.singularName, true) : singular
  const many = given?.pluralName ? toWords(given.pluralName, true) : plural
  return { many: one === many ? `all${one}` : many, one }
}
