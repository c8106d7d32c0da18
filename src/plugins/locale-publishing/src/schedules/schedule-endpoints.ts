import {
  type Access,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  NotFound,
  type PayloadRequest,
} from 'payload'
import { mayReadVersions } from '../about-documents.ts'

import { assertReadable, targetOf } from '../target-of.ts'
import { askedSchedule } from './asked-schedule.ts'
import { scheduleOf } from './open-schedules.ts'
import { type LocaleGap, gapsOfSchedule } from './present-gaps.ts'
import { allSchedules, cancelSchedule, scheduleLocales } from './schedule-locales.ts'

export type ScheduleOptions = {
  alternativeTexts: Record<string, string>
  /** Those whose documents have a status for each language. */
  collections: string[]
  mayPublish: Access
}

/**
 * `POST /api/<collection>/<id>/schedule` with `{ "action": "publish" | "unpublish", "locales": ["zh"], "at": … }`, `at`
 * in ISO 8601 with its offset: answers `{ "schedules": […] }`, and `warnings` of what publishing would stumble over now.
 * `GET /api/<collection>/<id>/schedules`: the open ones first, then the latest past ones.
 * `DELETE /api/<collection>/<id>/schedules/<scheduleId>`: answers what is no longer open.
 */
export const scheduleEndpoints = ({
  slug,
  ...options
}: ScheduleOptions & { slug: string }): Omit<Endpoint, 'root'>[] => [
  {
    handler: async (req) => {
      const target = { ...targetOf({ req, slug }), req }
      await assertMayPublish({ id: target.id, options, req })
      await addDataAndFileToRequest(req)
      const asked = askedSchedule({ asked: req.data ?? {}, req })
      const schedules = await scheduleLocales({ ...target, ...asked })
      const warnings: LocaleGap[] = await gapsOfSchedule({ ...options, ...target, ...asked })
      return Response.json(
        {
          schedules: schedules.map(scheduleOf),
          ...(warnings.length > 0 ? { warnings } : {}),
        },
        { status: 201 },
      )
    },
    method: 'post',
    path: '/:id/schedule',
  },
  {
    handler: async (req) => {
      const target = targetOf({ req, slug })
      if (!(await mayReadVersions({ req, slug }))) throw new Forbidden(req.t)
      await assertReadable({ id: target.id, req, slug })
      const schedules = await allSchedules({ ...target, req })
      return Response.json({ schedules: schedules.map(scheduleOf) })
    },
    method: 'get',
    path: '/:id/schedules',
  },
  {
    handler: async (req) => {
      const target = targetOf({ req, slug })
      await assertMayPublish({ id: target.id, options, req })
      const schedule = req.routeParams?.scheduleId
      if (typeof schedule !== 'string') throw new NotFound(req.t)
      const closed = await cancelSchedule({ ...target, req, schedule })
      return Response.json({ schedules: closed.map(({ id, locale }) => ({ id, locale })) })
    },
    method: 'delete',
    path: '/:id/schedules/:scheduleId',
  },
]

export const assertMayPublish = async ({
  id,
  options: { mayPublish },
  req,
}: {
  id: string
  options: Pick<ScheduleOptions, 'mayPublish'>
  req: PayloadRequest
}): Promise<void> => {
  if (!req.user || (await mayPublish({ id, req })) !== true) throw new Forbidden(req.t)
}
