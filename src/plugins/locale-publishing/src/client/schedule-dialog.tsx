'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, DatePicker, useTranslation } from '@payloadcms/ui'
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import type { ScheduledAction } from '../schedules/scheduled-publications.ts'
import { scheduleTexts } from './schedule-texts.ts'
import { useLanguages } from './use-languages.ts'
import './schedule-dialog.css'

export type Asked = { action: ScheduledAction; at: Date; locales: string[] }

/** Asks what is to be done to which languages, and when. */
export const ScheduleDialog = ({
  isPublic,
  locale,
  onClose,
  onSubmit,
}: {
  /** Whether readers see the language it was opened for. */
  isPublic: boolean
  locale: string
  onClose: () => void
  /** Answers what is wrong, in a sentence; nothing when it was done. */
  onSubmit: (asked: Asked) => Promise<string | undefined>
}) => {
  const { i18n } = useTranslation()
  const languages = useLanguages()
  const [action, setAction] = useState<ScheduledAction>(isPublic ? 'unpublish' : 'publish')
  const [at, setAt] = useState<Date>()
  const [error, setError] = useState<string>()
  const [isSending, setIsSending] = useState(false)
  const [locales, setLocales] = useState([locale])
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const say = (text: { en: string; zh: string }) => getTranslation(text, i18n)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const submit = async (event: SubmitEvent) => {
    // The form of the document, in which React sees this one, has nothing to do with it.
    event.preventDefault()
    event.stopPropagation()
    const missing = locales.length === 0 ? 'noLanguage' : at ? undefined : 'noTime'
    if (!at || missing) {
      setError(say(scheduleTexts[missing ?? 'noTime']))
      return
    }
    setIsSending(true)
    const wrong = await onSubmit({ action, at, locales })
    setIsSending(false)
    setError(wrong)
    if (!wrong) onClose()
  }

  return createPortal(
    <dialog
      aria-labelledby={`${id}-title`}
      className="schedule-dialog"
      onClose={onClose}
      ref={dialog}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <h2 id={`${id}-title`}>{say(scheduleTexts.title)}</h2>
        <fieldset>
          <legend>{say(scheduleTexts.action)}</legend>
          {(['publish', 'unpublish'] as const).map((each) => (
            <label key={each}>
              <input
                checked={action === each}
                name={`${id}-action`}
                onChange={() => {
                  setAction(each)
                }}
                type="radio"
                value={each}
              />
              {say(scheduleTexts[each])}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say(scheduleTexts.languages)}</legend>
          {languages.map(({ code, name }) => (
            <label key={code}>
              <input
                checked={locales.includes(code)}
                name={`${id}-locales`}
                onChange={({ target }) => {
                  setLocales((before) =>
                    target.checked ? [...before, code] : before.filter((each) => each !== code),
                  )
                }}
                type="checkbox"
                value={code}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <div className="schedule-dialog__time">
          <label htmlFor={`${id}-at`}>{say(scheduleTexts.when)}</label>
          <DatePicker
            displayFormat="yyyy-MM-dd HH:mm"
            minDate={new Date()}
            onChange={(value: Date | null) => {
              // The cross empties it.
              setAt(value ?? undefined)
            }}
            overrides={{
              ariaDescribedBy: `${id}-zone`,
              autoComplete: 'off',
              id: `${id}-at`,
              timeCaption: say(scheduleTexts.time),
            }}
            pickerAppearance="dayAndTime"
            timeFormat="HH:mm"
            timeIntervals={15}
            {...(at ? { value: at } : {})}
          />
          <p id={`${id}-zone`}>
            {say(scheduleTexts.zone).replace('{zone}', zoneOf(at ?? new Date()))}{' '}
            {action === 'publish' && say(scheduleTexts.latest)}
          </p>
        </div>
        <p className="schedule-dialog__error" role="alert">
          {error}
        </p>
        <div className="schedule-dialog__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
            {say(scheduleTexts.back)}
          </Button>
          <Button disabled={isSending} id="schedule-submit" margin={false} type="submit">
            {say(scheduleTexts.submit)}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

/** `Asia/Shanghai, UTC+08:00`, with the offset that holds at that time. */
const zoneOf = (at: Date): string => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const minutes = -at.getTimezoneOffset()
  if (minutes === 0) return timeZone
  const parts = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const offset = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return `${timeZone}, UTC${minutes < 0 ? '-' : '+'}${offset}`
}
