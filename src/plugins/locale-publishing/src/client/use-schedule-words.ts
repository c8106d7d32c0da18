'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { formatDate } from '@payloadcms/ui/shared'

import type { Review } from '../reviews/open-reviews.ts'
import type { Schedule } from '../schedules/open-schedules.ts'
import { reviewTexts } from './review-texts.ts'
import { dueTexts } from './schedule-texts.ts'

/** Says of a schedule what will be done, or why it was not, with its time in the time zone of the person. */
export const useScheduleWords = (): {
  cancel: (schedule: Schedule) => string
  tell: (schedule: Schedule) => string
  /** The same in a word, where the state is shown beside it. */
  tellShortly: (schedule: Schedule) => string
  tellReview: (review: Review) => string
  when: (at: Date | string) => string
} => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const when = (at: Date | string) =>
    formatDate({ date: at, i18n, pattern: config.admin.dateFormat })
  const say = (text: { en: string; zh: string }, { at, message }: Schedule) =>
    getTranslation(text, i18n)
      .replace('{when}', when(at))
      .replace('{why}', message ?? '')
  return {
    cancel: (schedule) => say(dueTexts[schedule.action].cancel, schedule),
    tell: (schedule) =>
      say(dueTexts[schedule.action][schedule.state === 'failed' ? 'failed' : 'due'], schedule),
    tellShortly: (schedule) => say(dueTexts[schedule.action].time, schedule),
    tellReview: ({ submittedAt, submittedBy }) =>
      getTranslation(reviewTexts.who, i18n)
        .replace('{who}', submittedBy ?? '?')
        .replace('{when}', when(submittedAt)),
    when,
  }
}
