import { APIError, type PayloadRequest } from 'payload'

import { askedLocales } from '../asked-locales.ts'
import { inWordsOf } from '../in-words-of.ts'
import { type ScheduledAction, scheduledActions } from './scheduled-publications.ts'

/** What a caller wants to be done, to which languages, and when. */
export type AskedSchedule = { action: ScheduledAction; at: Date; locales: string[] }

const graceMs = 60_000

/**
 * Reads `{ action, locales, at }`. A time of the last minute counts as now.
 *
 * @throws APIError 400 that names `action`, `locales` or `at`
 */
export const askedSchedule = ({
  asked,
  req,
}: {
  asked: { action?: unknown; at?: unknown; locales?: unknown }
  req: PayloadRequest
}): AskedSchedule => {
  const locales = askedLocales({ asked: asked.locales, req })
  const action = scheduledActions.find((each) => each === asked.action)
  if (!action) throw badRequest('action', inWordsOf(req, texts.action))
  const at = readTime(asked.at)
  if (!at) throw badRequest('at', inWordsOf(req, texts.at))
  if (at.getTime() < Date.now() - graceMs) throw badRequest('at', inWordsOf(req, texts.past))
  return { action, at, locales }
}

export const badRequest = (field: string, message: string): APIError =>
  new APIError(message, 400, { errors: [{ message, path: field }], field }, true)

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i

/** A moment that means the same everywhere; nothing for a day that is not in the calendar. */
const readTime = (value: unknown): Date | undefined => {
  const [, year, month, day] = pattern.exec(typeof value === 'string' ? value : '') ?? []
  if (typeof value !== 'string' || !year) return undefined
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const time = new Date(value)
  return Number(day) <= lastDay && !Number.isNaN(time.getTime()) ? time : undefined
}

const texts = {
  action: {
    en: '“action” must be "publish" or "unpublish".',
    zh: '“action” 必须是 "publish" 或 "unpublish"。',
  },
  at: {
    en: '“at” must be a date and time with its offset from UTC, such as 2027-03-08T09:00:00+08:00 or 2027-03-08T01:00:00Z. Without the offset it is not clear which moment is meant.',
    zh: '“at” 必须是带时区偏移的日期和时间，例如 2027-03-08T09:00:00+08:00 或 2027-03-08T01:00:00Z；没有时区偏移就无法确定具体时刻。',
  },
  past: {
    en: 'The time “at” has passed. Choose a later one, or do it now.',
    zh: '“at” 指定的时间已过，请选择之后的时间，或立即执行。',
  },
}
