import { type Config, Forbidden, type PayloadRequest } from 'payload'

import { askedLocales } from '../asked-locales.ts'
import type { Context, GraphQL, localeTypes } from '../locale-graphql-types.ts'
import { reviewOf } from './open-reviews.ts'
import { askedNote, type ReviewOptions } from './review-endpoints.ts'
import { returnLocales, type ReviewTarget, submitLocales } from './submit-locales.ts'

type Args = { collection: string; id: string; locales: string[]; note?: null | string }

type Extension = ReturnType<NonNullable<NonNullable<Config['graphQL']>['mutations']>>

/** The mutations `submitLocales` and `returnLocales`. */
export const reviewMutations = ({
  graphql,
  mayPublish,
  onSubmit,
  types,
}: ReviewOptions & {
  graphql: GraphQL
  types: ReturnType<ReturnType<typeof localeTypes>>
}): Extension => ({
  returnLocales: {
    args: { ...types.target, locales: types.locales },
    description:
      'Ends the review of these languages without publishing them. Answers what still waits.',
    resolve: async (_: unknown, args: Args, { req }: Context) => {
      const isPublisher = (await mayPublish({ id: args.id, req })) === true
      const reviews = await returnLocales({ ...targetOf(args, req), mayPublish: isPublisher })
      return reviews.map((each) => reviewOf(each, req))
    },
    type: types.reviews,
  },
  submitLocales: {
    args: {
      ...types.target,
      locales: types.locales,
      note: { description: 'For the reader.', type: graphql.GraphQLString },
    },
    description:
      'Asks somebody who may publish to read what was saved last in these languages. Answers what waits.',
    resolve: async (_: unknown, args: Args, { req }: Context) => {
      const note = askedNote({ note: args.note, req })
      const reviews = await submitLocales({ ...targetOf(args, req), note, onSubmit })
      return reviews.map((each) => reviewOf(each, req))
    },
    type: types.reviews,
  },
})

const targetOf = ({ collection, id, locales }: Args, req: PayloadRequest): ReviewTarget => {
  if (!req.user) throw new Forbidden(req.t)
  return {
    collection: req.payload.collections[collection as keyof typeof req.payload.collections].config,
    id,
    locales: askedLocales({ asked: locales, req }),
    req,
  }
}
