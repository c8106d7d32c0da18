import { type Config, formatNames, type GraphQLExtension, type PayloadRequest } from 'payload'

import { answerArchive, answerFacets, type FacetValue } from './archive-answers.ts'
import { languagesOf, pathOf } from './archive-endpoints.ts'
import type { CollectionArchives } from './archive-options.ts'

type GraphQL = Parameters<GraphQLExtension>[0]
type Built = Parameters<GraphQLExtension>[1]
type Context = { req: PayloadRequest }
type Args = { by?: string; locale?: string }

/**
 * The queries `archiveNewsBriefs(locale)` and `facetsPrograms(by, locale)`, for each collection that the options name,
 * beside those the project has.
 */
export const withArchiveGraphql = (
  config: Config,
  archives: Record<string, CollectionArchives>,
): NonNullable<Config['graphQL']> => ({
  ...config.graphQL,
  queries: (graphql, built) => {
    const types = typesOf({ built, config, graphql })
    return {
      ...config.graphQL?.queries?.(graphql, built),
      ...Object.fromEntries(
        Object.entries(archives).flatMap(([slug, archive]) => [
          ...archiveQuery({ archive, slug, types }),
          ...facetsQuery({ archive, graphql, slug, types }),
        ]),
      ),
    }
  },
})

type Question = { archive: CollectionArchives; slug: string; types: ReturnType<typeof typesOf> }

const archiveQuery = ({ archive: { year }, slug, types }: Question) =>
  year === undefined
    ? []
    : [
        [
          `archive${formatNames(slug).plural}`,
          {
            args: { locale: types.locale },
            description: 'Years, and how many documents of each readers see. The newest first.',
            resolve: (_: unknown, args: Args, { req }: Context) => {
              const asked = languagesOf(req, args.locale)
              return answerArchive({ ...asked, path: year, payload: req.payload, slug })
            },
            type: types.archive,
          },
        ] as const,
      ]

const facetsQuery = ({
  archive: { facets = {} },
  graphql,
  slug,
  types,
}: Question & { graphql: GraphQL }) => {
  const names = Object.keys(facets)
  if (names.length === 0) return []
  const field = `facets${formatNames(slug).plural}`
  const by = new graphql.GraphQLEnumType({
    name: `${field}_by`,
    values: Object.fromEntries(names.map((name) => [name, { value: name }])),
  })
  return [
    [
      field,
      {
        args: { by: { type: new graphql.GraphQLNonNull(by) }, locale: types.locale },
        description:
          'Values of a field, and how many documents of each readers see: in the order of the field’s options, of relations the most frequent first.',
        resolve: (_: unknown, args: Args, { req }: Context) => {
          const asked = languagesOf(req, args.locale)
          const path = pathOf({ by: args.by, facets })
          return answerFacets({ ...asked, by: args.by ?? '', path, payload: req.payload, slug })
        },
        type: types.facets,
      },
    ] as const,
  ]
}

const typesOf = ({
  built,
  config,
  graphql,
}: {
  built: Built
  config: Config
  graphql: GraphQL
}) => {
  const { GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } = graphql
  const text = { type: new GraphQLNonNull(GraphQLString) }
  const number = { type: new GraphQLNonNull(GraphQLInt) }
  const locales = config.localization ? config.localization.locales : []
  const codes = locales.map((locale) => (typeof locale === 'string' ? locale : locale.code))
  const counts = {
    description: 'How many readers see in each language.',
    type: new GraphQLNonNull(
      new GraphQLObjectType({
        fields: Object.fromEntries(codes.map((code) => [code, number])),
        name: 'CountsByLocale',
      }),
    ),
  }
  const count = { description: 'How many readers see in the language asked for.', ...number }
  const list = (type: InstanceType<typeof GraphQLObjectType>) => ({
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
  })
  return {
    archive: new GraphQLNonNull(
      new GraphQLObjectType({
        fields: {
          locale: text,
          years: list(
            new GraphQLObjectType({
              fields: { count, counts, year: number },
              name: 'ArchiveYear',
            }),
          ),
        },
        name: 'Archive',
      }),
    ),
    facets: new GraphQLNonNull(
      new GraphQLObjectType({
        fields: {
          by: text,
          locale: text,
          values: list(
            new GraphQLObjectType<FacetValue>({
              fields: {
                count,
                counts,
                label: {
                  description: 'In the language asked for; null where it has none in it.',
                  type: GraphQLString,
                },
                slug: { description: 'Of the document that it is.', type: GraphQLString },
                value: {
                  description: 'For filters: the option, or the id of a document.',
                  ...text,
                },
              },
              name: 'FacetValue',
            }) as InstanceType<typeof GraphQLObjectType>,
          ),
        },
        name: 'Facets',
      }),
    ),
    locale: { type: built.types.localeInputType },
  }
}
