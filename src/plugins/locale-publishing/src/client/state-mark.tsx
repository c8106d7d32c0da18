'use client'

import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'

import { localeStateLabels } from '../content/locale-state-labels.ts'
import type { LocaleState } from '../content/locale-states.ts'
import type { Schedule } from '../schedules/open-schedules.ts'
import { reviewTexts } from './review-texts.ts'
import { useScheduleWords } from './use-schedule-words.ts'
import './state-mark.css'

/** A language's code and the state of its text: as a shape, as a colour, and in words for who sees neither. */
export const StateMark = ({
  isWordy = false,
  language,
  locale,
  review,
  schedules = [],
  state,
}: {
  /** Shows the words where there is room. @default false */
  isWordy?: boolean
  /** The name of the language, as it is read aloud. */
  language: string
  locale: string
  /** Who submitted it for review and when, in words. @default nobody */
  review?: string | undefined
  /** What is to be done to it, or could not be. @default nothing */
  schedules?: Schedule[]
  state: LocaleState
}) => {
  const { i18n } = useTranslation()
  const { tell, tellShortly } = useScheduleWords()
  const label = getTranslation(localeStateLabels[state], i18n)
  const words = [label, ...(review ? [review] : []), ...schedules.map(tell)].join('; ')
  const isFailed = schedules.some((schedule) => schedule.state === 'failed')
  const next = schedules.find((schedule) => schedule.state === 'pending')
  return (
    <span className={`locale-state locale-state--${state}`} title={`${language}: ${words}`}>
      <span aria-hidden="true" className="locale-state__shape" />
      <span aria-hidden="true">{locale.toUpperCase()}</span>
      {isWordy && (
        <span aria-hidden="true" className="locale-state__visible">
          {label}
          {review && ` · ${getTranslation(reviewTexts.mark, i18n)}`}
        </span>
      )}
      {next && (
        <span aria-hidden="true" className="locale-state__time">
          {tellShortly(next)}
        </span>
      )}
      {isFailed && (
        <span aria-hidden="true" className="locale-state__failed">
          !
        </span>
      )}
      <span className="locale-state__words">{`${language}: ${words}`}</span>
    </span>
  )
}
