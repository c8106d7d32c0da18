import { type Config, Forbidden, type PayloadRequest } from 'payload'
import { mayReadVersions } from '../about-documents.ts'

import type { Context, GraphQL, localeTypes } from '../locale-graphql-types.ts'
import { assertReadable } from '../target-of.ts'
import { askedSchedule } from './asked-schedule.ts'
import { scheduleOf } from './open-schedules.ts'
import { gapsOfSchedule } from './present-gaps.ts'
import { assertMayPublish, type ScheduleOptions } from './schedule-endpoints.ts'
import { allSchedules, cancelSchedule, scheduleLocales } from './schedule-locales.ts'

type Target = { collection: string; id: string }

type Extension = ReturnType<NonNullable<NonNullable<Config['graphQL']>['queries']>>

/** The query `localeSchedules` and the mutations `scheduleLocales` and `cancelLocaleSchedule`. */
export const scheduleGraphql = ({
  types,
  ...options
}: ScheduleOptions & { types: ReturnType<typeof localeTypes> }): {
  mutations: (graphql: GraphQL) => Extension
  queries: (graphql: GraphQL) => Extension
} => ({
  mutations: (graphql) => ({
    cancelLocaleSchedule: {
      args: { ...types(graphql).target, schedule: types(graphql).text },
      description:
        'Cancels a pending schedule, or takes note of one that failed. Answers the schedules that are still open.',
      resolve: async (
        _: unknown,
        { schedule, ...target }: Target & { schedule: string },
        { req }: Context,
      ) => {
        await assertMayPublish({ id: target.id, options, req })
        await cancelSchedule({ ...documentOf({ req, target }), schedule })
        const all = await allSchedules(documentOf({ req, target }))
        return all.filter(({ isOpen }) => isOpen).map(scheduleOf)
      },
      type: types(graphql).schedules,
    },
    scheduleLocales: {
      args: {
        ...types(graphql).target,
        action: { type: types(graphql).action },
        at: {
          description: 'ISO 8601 with its offset from UTC, such as 2027-03-08T09:00:00+08:00.',
          ...types(graphql).text,
        },
        locales: types(graphql).locales,
      },
      description: 'Sets the time at which these languages are published or unpublished.',
      resolve: async (
        _: unknown,
        { collection, id, ...asked }: Target & { action: string; at: string; locales: string[] },
        { req }: Context,
      ) => {
        await assertMayPublish({ id, options, req })
        const known = askedSchedule({ asked, req })
        const document = documentOf({ req, target: { collection, id } })
        const schedules = await scheduleLocales({ ...document, ...known })
        const warnings = await gapsOfSchedule({ ...options, ...document, ...known })
        return { schedules: schedules.map(scheduleOf), warnings }
      },
      type: types(graphql).scheduled,
    },
  }),
  queries: (graphql) => ({
    localeSchedules: {
      args: types(graphql).target,
      description: 'The schedules of a document, open ones first. For people who work on it.',
      resolve: async (_: unknown, target: Target, { req }: Context) => {
        const slug = target.collection
        if (!(await mayReadVersions({ req, slug }))) throw new Forbidden(req.t)
        await assertReadable({ id: target.id, req, slug })
        return (await allSchedules(documentOf({ req, target }))).map(scheduleOf)
      },
      type: types(graphql).schedules,
    },
  }),
})

const documentOf = ({ req, target }: { req: PayloadRequest; target: Target }) => ({
  collection:
    req.payload.collections[target.collection as keyof typeof req.payload.collections].config,
  id: target.id,
  req,
})
