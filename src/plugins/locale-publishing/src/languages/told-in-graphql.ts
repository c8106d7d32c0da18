import type { GraphQLExtension } from 'payload'

type GraphQL = Parameters<GraphQLExtension>[0]
type Type = InstanceType<GraphQL['GraphQLObjectType']>

/** What Payload has made so far when it asks for further queries. */
type Built = {
  collections: Record<string, { config: Marked; graphQL?: { type: Type } }>
  globals: { config: Marked[]; graphQL?: Record<number, { type: Type }> }
  types: { localeInputType?: InstanceType<GraphQL['GraphQLEnumType']> }
}

type Marked = { custom?: Record<string, unknown> }

/**
 * Gives the types of documents and globals the fields in which these tell their language. Payload makes fields of what
 * is stored only; its types are all there when it asks for further queries, and are read into a schema after that.
 */
export const tellInGraphql = (graphql: GraphQL, context: object): void => {
  // Payload's own type of it lacks what its collections and globals were made into.
  const { collections, globals, types } = context as Built
  const language = types.localeInputType
  if (!language) return
  const { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } = graphql
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
  const own = {
    _fallbacks: {
      ...plain,
      description:
        'Of the fields that were asked for, those without a text in the language of the document, which show one of `fallbackLocale`.',
      name: '_fallbacks',
      resolve: ({ _fallbacks }: { _fallbacks?: unknown }) => _fallbacks ?? [],
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(fallenBack))),
    },
    _locale: {
      ...plain,
      description:
        'The language that the document is in: the one asked for, or one of `fallbackLocale` where it is published in that one only.',
      name: '_locale',
      resolve: undefined,
      type: language,
    },
  }
  const documents = Object.values(collections).filter(({ config }) => tells(config))
  const told = [
    ...documents.map((each) => each.graphQL?.type),
    // Payload keeps them by their place.
    ...globals.config.map((each, at) => (tells(each) ? globals.graphQL?.[at]?.type : undefined)),
  ]
  for (const type of told) if (type) Object.assign(type.getFields(), own)
}

const tells = ({ custom }: Marked): boolean => custom?.tellsLanguage === true

/** `reads` says which fields of the document it is made of: none. */
const plain = {
  args: [],
  astNode: undefined,
  deprecationReason: undefined,
  extensions: { reads: [] },
  subscribe: undefined,
}
