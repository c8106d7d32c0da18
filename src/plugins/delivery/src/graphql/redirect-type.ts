import type { GraphQLExtension } from 'payload'

import type { DeliveryOptions } from '../options.ts'

export type GraphQL = Parameters<GraphQLExtension>[0]

export type SchemaContext = Parameters<GraphQLExtension>[1]

export type RedirectType = ReturnType<typeof redirectType>

/** What the queries of a schema are made of. */
export type QueryParts = {
  context: SchemaContext
  graphql: GraphQL
  options: DeliveryOptions
  redirect: RedirectType
}

/** Made once for a schema. */
export const redirectType = ({
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
}: GraphQL) => {
  const text = new GraphQLNonNull(GraphQLString)
  return new GraphQLObjectType({
    name: 'SlugRedirect',
    description: 'Where the page of an old slug, or of the slug of another language, is now.',
    fields: {
      collection: { type: text },
      locale: {
        description: 'The language asked for, or the fallback that was asked for.',
        type: text,
      },
      slug: { description: 'What the document is called there today.', type: text },
      status: {
        description: 'The status of HTTP a website should redirect with.',
        type: new GraphQLNonNull(GraphQLInt),
      },
      url: {
        description: 'The page on the website; null when the website has none.',
        type: GraphQLString,
      },
    },
  })
}

/** The arguments of a question for one document. */
export const slugArgs = ({ context, graphql }: { context: SchemaContext; graphql: GraphQL }) => {
  // Payload makes them where a config has languages; its type says only what it makes everywhere.
  const { fallbackLocaleInputType, localeInputType } = context.types as unknown as Record<
    'fallbackLocaleInputType' | 'localeInputType',
    InstanceType<GraphQL['GraphQLEnumType']>
  >
  return {
    slug: { type: new graphql.GraphQLNonNull(graphql.GraphQLString) },
    draft: {
      description: 'What was saved last, for those who may read drafts.',
      type: graphql.GraphQLBoolean,
    },
    fallbackLocale: {
      description: 'The language to answer in when the document is not published in the one asked.',
      type: fallbackLocaleInputType,
    },
    locale: { type: localeInputType },
  }
}
