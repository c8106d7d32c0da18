import type { Payload, PayloadRequest } from 'payload'

import { openFor } from '../about-documents.ts'
import { findIfAny } from '../find-if-any.ts'
import {
  type ScheduledAction,
  type ScheduledPublication,
  type ScheduleState,
} from './scheduled-publications.ts'
import { scheduledPublicationsSlug } from './scheduled-publications-slug.ts'

/** What the outside is told of a schedule. */
export type Schedule = {
  id: string
  action: ScheduledAction
  at: string
  locale: string
  /** Why it failed; `null` when it did not. */
  message: null | string
  scheduledBy: null | string
  state: ScheduleState
}

export const scheduleOf = (row: ScheduledPublication): Schedule => ({
  id: row.id,
  action: row.action,
  at: row.at,
  locale: row.locale,
  message: row.message ?? null,
  scheduledBy: row.scheduledBy ?? null,
  state: row.state,
})

type Database = {
  payload: Payload
  req: Partial<PayloadRequest> | undefined
}

/** The schedules of a document that are pending, or have failed and were not answered yet; the next one first. */
export const findOpenSchedules = ({
  id,
  payload,
  req,
  slug,
}: Database & { id: string; slug: string }): Promise<ScheduledPublication[]> =>
  findIfAny({
    collection: scheduledPublicationsSlug,
    payload,
    req,
    sort: 'at',
    where: openFor({ id, slug }),
  })

/** Languages that have a pending publication. */
export const localesToPublish = (open: readonly ScheduledPublication[]): Set<string> =>
  new Set(
    open
      .filter(({ action, state }) => action === 'publish' && state === 'pending')
      .map(({ locale }) => locale),
  )

/**
 * Ends a pending schedule; another process may have been faster.
 *
 * @returns whether it was still pending
 */
export const endSchedule = async ({
  id,
  message,
  notAfter,
  payload,
  req,
  state,
}: Database & {
  id: string
  message?: string
  /** Leaves alone what is not due at this time. @default whatever time it has */
  notAfter?: Date
  state: Exclude<ScheduleState, 'pending'>
}): Promise<boolean> => {
  const ended = await payload.db.updateOne({
    collection: scheduledPublicationsSlug as 'topics',
    data: {
      endedAt: new Date().toISOString(),
      isOpen: state === 'failed',
      slot: id,
      state,
      ...(message ? { message } : {}),
    },
    where: {
      and: [
        { id: { equals: id } },
        { state: { equals: 'pending' } },
        ...(notAfter ? [{ at: { less_than_equal: notAfter.toISOString() } }] : []),
      ],
    },
    ...(req ? { req } : {}),
  })
  return Boolean(ended)
}

/** Cancels what is pending; a failure that somebody has answered is no longer shown. */
export const closeSchedules = async ({
  payload,
  req,
  schedules,
}: Database & { schedules: readonly ScheduledPublication[] }): Promise<void> => {
  for (const { id, state } of schedules) {
    if (state === 'pending') {
      await endSchedule({ id, payload, req, state: 'cancelled' })
    } else {
      await payload.db.updateOne({
        id,
        collection: scheduledPublicationsSlug as 'topics',
        data: { isOpen: false },
        ...(req ? { req } : {}),
      })
    }
  }
}
