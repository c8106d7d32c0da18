import {
  type GraphQLEnumType,
  type GraphQLField,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql'
import { formatNames, type SanitizedConfig } from 'payload'

/**
 * Gives each document, and each global, the fields in which the plugin `locale-publishing` tells their language:
 * Payload's schema has only those that are stored.
 */
export const tellLanguages = (schema: GraphQLSchema, config: SanitizedConfig): GraphQLSchema => {
  const language = schema.getType('LocaleInputType') as GraphQLEnumType | undefined
  if (!language) return schema
  const fallenBack = new GraphQLObjectType({
    description: 'A field whose text is in another language than its document.',
    fields: {
      path: {
        description: 'The way to the field, such as `summary` or `speakers.0.position`.',
        type: new GraphQLNonNull(GraphQLString),
      },
      locale: {
        description: 'The language that its text is in.',
        type: new GraphQLNonNull(language),
      },
    },
    name: 'FallenBackField',
  })
  for (const { custom, graphQL, slug } of [...config.collections, ...config.globals]) {
    const given = graphQL && 'singularName' in graphQL ? graphQL.singularName : undefined
    const type = schema.getType(given ?? formatNames(slug).singular)
    if (custom?.tellsLanguage !== true || !(type instanceof GraphQLObjectType)) continue
    Object.assign(type.getFields(), {
      _fallbacks: told({
        description:
          'Of the fields that were asked for, those that had no text in the language of the document and show one of `fallbackLocale`.',
        name: '_fallbacks',
        resolve: ({ _fallbacks }) => _fallbacks ?? [],
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(fallenBack))),
      }),
      _locale: told({
        description:
          'The language that the document is in: the one asked for, or one of `fallbackLocale` where it is published in that one only.',
        name: '_locale',
        type: language,
      }),
    })
  }
  // A schema finds its types when it is made.
  return new GraphQLSchema(schema.toConfig())
}

type Told = { _fallbacks?: unknown; _locale?: unknown }

/** `reads` says which fields of the document it is made of: none. */
const told = ({
  description,
  name,
  resolve,
  type,
}: {
  description: string
  name: string
  resolve?: (source: Told) => unknown
  type: GraphQLOutputType
}): GraphQLField<Told, unknown> => ({
  args: [],
  astNode: undefined,
  deprecationReason: undefined,
  description,
  extensions: { reads: [] },
  name,
  resolve,
  subscribe: undefined,
  type,
})
