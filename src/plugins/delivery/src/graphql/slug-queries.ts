import { resolveSlug } from '../slugs/resolve-slug.ts'
import { slugOptions } from '../slugs/slug-options.ts'
import { askedInGraphql, type Context, type SlugArgs } from './asked-in-graphql.ts'
import { type QueryParts, slugArgs } from './redirect-type.ts'

/** For each collection a field such as `NewsBriefBySlug(slug:, locale:, fallbackLocale:)`. */
export const slugQueries = ({ context: schema, graphql, options, redirect }: QueryParts) =>
  Object.fromEntries(
    options.slugs.collections.flatMap((collection) => {
      const { type } = schema.collections[collection as 'topics']?.graphQL ?? {}
      if (!type) return []
      const name = `${type.name}BySlug`
      const answer = new graphql.GraphQLObjectType({
        name,
        description: 'A document, or where it is.',
        fields: {
          doc: { description: 'The document that has this slug in this language.', type },
          redirectTo: { type: redirect },
        },
      })
      const field = {
        args: slugArgs({ context: schema, graphql }),
        description:
          'The document with this slug. An old slug of it, or its slug in another language, answers where to go.',
        resolve: (_: unknown, args: SlugArgs, context: Context) => {
          const { asked, req } = askedInGraphql(args, context)
          return resolveSlug({ ...asked, collection, req }, slugOptions(options))
        },
        type: answer,
      }
      return [[name, field]]
    }),
  )
