import { type Config, Forbidden, type PayloadRequest } from 'payload'

import { askedLocales } from './asked-locales.ts'
import { tellInGraphql } from './languages/told-in-graphql.ts'
import { restoreLocales } from './restore/restore-locales.ts'
import { changeLocales, type LocaleAction, readLocaleStates } from './locale-actions.ts'
import { type Context, localeTypes, type StateOfLocale } from './locale-graphql-types.ts'
import type { ReviewOptions } from './reviews/review-endpoints.ts'
import { reviewMutations } from './reviews/review-graphql.ts'
import type { ScheduleOptions } from './schedules/schedule-endpoints.ts'
import { scheduleGraphql } from './schedules/schedule-graphql.ts'
import { readsDrafts } from './reads-drafts.ts'

type Args = { collection: string; id: string; locales: string[] }

/**
 * The query `localeStates` and the mutations `publishLocales`, `unpublishLocales` and `revertLocales`, with those about
 * schedules and reviews, beside those the project has.
 */
export const withLocaleGraphql = (
  config: Config,
  options: ReviewOptions & ScheduleOptions,
): NonNullable<Config['graphQL']> => {
  const { collections, mayPublish } = options
  const types = localeTypes(collections)
  const schedules = scheduleGraphql({ ...options, types })
  const find = ({
    collection,
    id,
    req,
  }: {
    collection: string
    id: string
    req: PayloadRequest
  }) => ({
    collection: req.payload.collections[collection as keyof typeof req.payload.collections].config,
    id,
    req,
  })
  const listed = (target: Omit<Args, 'locales'>, states: Record<string, string>): StateOfLocale[] =>
    Object.entries(states).map(([locale, state]) => ({ ...target, locale, state }))

  return {
    ...config.graphQL,
    mutations: (graphql, context) => ({
      ...config.graphQL?.mutations?.(graphql, context),
      ...schedules.mutations(graphql),
      ...reviewMutations({ ...options, graphql, types: types(graphql) }),
      ...Object.fromEntries(
        (['publish', 'unpublish', 'revert'] as const).map((action) => [
          `${action}Locales`,
          {
            args: {
              ...types(graphql).target,
              locales: types(graphql).locales,
            },
            description: descriptions[action],
            resolve: async (_: unknown, { collection, id, locales }: Args, { req }: Context) => {
              if (!req.user || (await mayPublish({ id, req })) !== true) throw new Forbidden(req.t)
              const asked = askedLocales({ asked: locales, req })
              const target = find({ collection, id, req })
              const states = await changeLocales(action, { ...target, locales: asked })
              return listed({ collection, id }, states)
            },
            type: types(graphql).states,
          },
        ]),
      ),
      restoreLocales: {
        args: {
          ...types(graphql).target,
          locales: types(graphql).locales,
          version: {
            description: 'The id of a version of this document.',
            type: new graphql.GraphQLNonNull(graphql.GraphQLString),
          },
        },
        description:
          'Brings texts back as they were in an older version, as drafts of these languages.',
        resolve: async (
          _: unknown,
          { collection, id, locales, version }: Args & { version: string },
          { req }: Context,
        ) => {
          if (!req.user) throw new Forbidden(req.t)
          const asked = askedLocales({ asked: locales, req })
          const target = find({ collection, id, req })
          const states = await restoreLocales({ ...target, locales: asked, version })
          return listed({ collection, id }, states)
        },
        type: types(graphql).states,
      },
    }),
    queries: (graphql, context) => {
      tellInGraphql(graphql, context)
      return {
        ...config.graphQL?.queries?.(graphql, context),
        ...schedules.queries(graphql),
        localeStates: {
          args: types(graphql).target,
          description: 'How far each language of a document is. For those who read drafts.',
          resolve: async (_: unknown, { collection, id }: Args, { req }: Context) => {
            if (!readsDrafts({ collection, req })) throw new Forbidden(req.t)
            const states = await readLocaleStates(find({ collection, id, req }))
            return listed({ collection, id }, states)
          },
          type: types(graphql).states,
        },
      }
    },
  }
}

const descriptions: Record<LocaleAction, string> = {
  publish:
    'Publishes what was saved last in these languages, all of them or none. The other languages stay as they are.',
  revert: 'Gives up what was saved in these languages since they were published.',
  unpublish: 'Hides these languages from readers and keeps their texts as drafts.',
}
