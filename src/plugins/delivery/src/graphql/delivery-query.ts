import { GraphQLJSON } from '@payloadcms/graphql/types'
import { isolateObjectProperty, type PayloadRequest } from 'payload'

import { deliver } from '../page/deliver.ts'
import { askedInGraphql, type Context, type SlugArgs } from './asked-in-graphql.ts'
import { type GraphQL, type QueryParts, slugArgs } from './redirect-type.ts'

/** `delivery(collection:, slug:, locale:, fallbackLocale:) { page { … } redirectTo { … } }`. */
export const deliveryQuery = ({ context: schema, graphql, options, redirect }: QueryParts) => ({
  delivery: {
    args: {
      collection: {
        type: new graphql.GraphQLNonNull(
          new graphql.GraphQLEnumType({
            name: 'CollectionWithPages',
            values: Object.fromEntries(
              Object.keys(options.collections).map((slug) => [
                slug.replaceAll('-', '_'),
                { value: slug },
              ]),
            ),
          }),
        ),
      },
      ...slugArgs({ context: schema, graphql }),
    },
    description: 'All that a page of one document needs, ready to use.',
    resolve: async (
      _: unknown,
      { collection, ...args }: SlugArgs & { collection: string },
      context: Context,
    ) => {
      const { asked, req } = askedInGraphql(args, context)
      const answer = await deliver({ ...asked, collection, req: asRest(req) }, options)
      if (answer.redirectTo) return { page: null, redirectTo: answer.redirectTo }
      const { alternates, ...page } = answer
      return {
        page: {
          ...page,
          alternates: Object.entries(alternates).map(([hreflang, url]) => ({ hreflang, url })),
        },
        redirectTo: null,
      }
    },
    type: new graphql.GraphQLObjectType({
      name: 'Delivery',
      description: 'A page, or where it is.',
      fields: { page: { type: pageType(graphql) }, redirectTo: { type: redirect } },
    }),
  },
})

/** In GraphQL, Payload leaves out of a document whatever has resolvers of its own; here the whole of it is answered. */
const asRest = (req: PayloadRequest): PayloadRequest => {
  const own = isolateObjectProperty(req, ['payloadAPI'])
  own.payloadAPI = 'REST'
  return own
}

const pageType = (graphql: GraphQL) => {
  const { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLString } = graphql
  const text = { type: new GraphQLNonNull(GraphQLString) }
  const maybe = { type: GraphQLString }
  const json = { type: new GraphQLNonNull(GraphQLJSON) }
  const object = (name: string, fields: Record<string, object>) =>
    new GraphQLObjectType({ name, fields: fields as Record<string, typeof text> })
  const listOf = (type: InstanceType<GraphQL['GraphQLObjectType']>) =>
    new GraphQLNonNull(new graphql.GraphQLList(new GraphQLNonNull(type)))
  const neighbour = object('DeliveryNeighbour', {
    title: text,
    slug: text,
    url: { description: 'Absolute; null when the website has no such page.', ...maybe },
  })
  const image = object('DeliveryImage', {
    alt: { description: 'What it shows, in the language of the page.', ...text },
    height: { description: 'In pixels.', type: GraphQLInt },
    type: { description: 'Media type, such as image/jpeg.', ...text },
    url: { description: 'Absolute.', ...text },
    width: { description: 'In pixels.', type: GraphQLInt },
  })
  return object('DeliveryPage', {
    collection: text,
    id: text,
    locale: {
      description: 'The language of this page: the one asked for, or the fallback asked for.',
      ...text,
    },
    fallbacks: {
      description: 'Fields that are filled from another language: a list of { path, locale }.',
      ...json,
    },
    title: { description: 'For search results and the title bar of the browser.', ...text },
    description: { description: 'At most 200 characters, no markup.', ...text },
    canonical: { description: 'The one address of this page.', ...maybe },
    alternates: {
      description: 'The same page in each language it is published in, and x-default.',
      type: listOf(
        object('DeliveryAlternate', {
          hreflang: { description: 'A language tag of BCP 47, or x-default.', ...text },
          url: text,
        }),
      ),
    },
    breadcrumbs: {
      description: 'From the first page of the website down to this one.',
      type: listOf(object('DeliveryLink', { title: text, url: maybe })),
    },
    publishedAt: {
      description: 'When this language was first published: ISO 8601, in UTC.',
      ...maybe,
    },
    modifiedAt: {
      description: 'When this language was last published: ISO 8601, in UTC.',
      ...maybe,
    },
    previous: { description: 'The next older one of the archive.', type: neighbour },
    next: { description: 'The next newer one of the archive.', type: neighbour },
    image: { description: 'The picture for shared links.', type: image },
    openGraph: {
      description: 'Meta elements with property and content, in this order.',
      type: listOf(object('DeliveryProperty', { content: text, property: text })),
    },
    twitter: {
      description: 'Meta elements with name and content, in this order.',
      type: listOf(object('DeliveryMeta', { content: text, name: text })),
    },
    jsonLd: { description: 'schema.org, for a script of type application/ld+json.', ...json },
    document: { description: 'The content, related documents one level deep.', ...json },
  })
}
