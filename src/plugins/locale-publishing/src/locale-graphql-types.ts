import type { GraphQLExtension, PayloadRequest } from 'payload'
import { mayReadVersions } from './about-documents.ts'

import { findOpenSchedules, scheduleOf } from './schedules/open-schedules.ts'
import { scheduledActions, scheduleStates } from './schedules/scheduled-publications.ts'

export type GraphQL = Parameters<GraphQLExtension>[0]

export type Context = { req: PayloadRequest }

/** What the resolver of a state answers: the schedules of its language are looked up when they are asked for. */
export type StateOfLocale = { collection: string; id: string; locale: string; state: string }

/** The types of the queries and mutations about languages. A type may be made only once for a schema. */
export const localeTypes = (collections: string[]) => {
  let made: { graphql: GraphQL; types: ReturnType<typeof makeTypes> } | undefined
  return (graphql: GraphQL) => {
    if (made?.graphql !== graphql) made = { graphql, types: makeTypes(graphql, collections) }
    return made.types
  }
}

const makeTypes = (graphql: GraphQL, collections: string[]) => {
  const { GraphQLEnumType, GraphQLNonNull, GraphQLObjectType, GraphQLString } = graphql
  const listOf = <Source>(type: InstanceType<typeof GraphQLObjectType<Source, Context>>) =>
    new GraphQLNonNull(new graphql.GraphQLList(new GraphQLNonNull(type)))
  const text = { type: new GraphQLNonNull(GraphQLString) }
  const state = new GraphQLEnumType({
    name: 'LocaleState',
    values: {
      changed: { description: 'Public, and saved since without being published.' },
      draft: { description: 'Written, and not public.' },
      not_started: { description: 'Nothing was written in it.', value: 'not-started' },
      published: { description: 'Public, as it was last saved.' },
      scheduled: { description: 'A draft, or changed, and due to be published.' },
    },
  })
  const action = new GraphQLEnumType({
    name: 'ScheduledAction',
    values: Object.fromEntries(scheduledActions.map((value) => [value, { value }])),
  })
  const schedule = new GraphQLObjectType({
    fields: {
      id: text,
      action: { type: new GraphQLNonNull(action) },
      at: { description: 'ISO 8601, in UTC.', ...text },
      locale: text,
      message: { description: 'Why it failed.', type: GraphQLString },
      scheduledBy: { type: GraphQLString },
      state: {
        type: new GraphQLNonNull(
          new GraphQLEnumType({
            name: 'ScheduleState',
            values: Object.fromEntries(scheduleStates.map((value) => [value, { value }])),
          }),
        ),
      },
    },
    name: 'LocaleSchedule',
  })
  const stateOfLocale = new GraphQLObjectType<StateOfLocale, Context>({
    fields: {
      locale: text,
      schedules: {
        description:
          'What is pending, or has failed and nobody has answered it. Empty for who may not know.',
        resolve: async ({ collection: slug, id, locale }, _, { req }) => {
          if (!(await mayReadVersions({ req, slug }))) return []
          const open = await findOpenSchedules({ id, payload: req.payload, req, slug })
          return open.filter((each) => each.locale === locale).map(scheduleOf)
        },
        type: listOf(schedule),
      },
      state: { type: new GraphQLNonNull(state) },
    },
    name: 'StateOfLocale',
  })
  const warning = new GraphQLObjectType({
    fields: { label: text, locale: text, message: text, path: text },
    name: 'LocaleWarning',
  })
  const review = new GraphQLObjectType({
    fields: {
      isOwn: {
        description: 'Whether the one who asks has submitted it.',
        type: new GraphQLNonNull(graphql.GraphQLBoolean),
      },
      locale: text,
      note: { description: 'What the one who submitted it wants to say.', type: GraphQLString },
      submittedAt: { description: 'ISO 8601, in UTC.', ...text },
      submittedBy: { type: GraphQLString },
    },
    name: 'LocaleReview',
  })
  const scheduled = new GraphQLObjectType({
    fields: {
      schedules: { type: listOf(schedule) },
      warnings: {
        description: 'What publishing would stumble over if it were now.',
        type: listOf(warning),
      },
    },
    name: 'ScheduledLocales',
  })
  const collection = new GraphQLEnumType({
    name: 'CollectionWithLocaleStates',
    values: Object.fromEntries(
      collections.map((slug) => [slug.replaceAll('-', '_'), { value: slug }]),
    ),
  })
  return {
    action: new GraphQLNonNull(action),
    locales: {
      description: 'The languages it is done to; the others stay as they are.',
      type: new GraphQLNonNull(new graphql.GraphQLList(new GraphQLNonNull(GraphQLString))),
    },
    reviews: listOf(review),
    scheduled: new GraphQLNonNull(scheduled),
    schedules: listOf(schedule),
    states: listOf(stateOfLocale),
    target: { collection: { type: new GraphQLNonNull(collection) }, id: text },
    text,
  }
}
