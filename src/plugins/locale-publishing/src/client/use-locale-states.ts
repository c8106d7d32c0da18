'use client'

import { getTranslation } from '@payloadcms/translations'
import { toast, useConfig, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState, useTransition } from 'react'

import type { LocaleState } from '../content/locale-states.ts'
import type { LocaleAction } from '../locale-actions.ts'
import type { Review } from '../reviews/open-reviews.ts'
import type { Schedule } from '../schedules/open-schedules.ts'
import { type Answer, ask } from './ask.ts'
import { GapList } from './gap-list.tsx'
import { actionTexts, menuTexts } from './menu-texts.ts'
import { reviewTexts } from './review-texts.ts'
import type { Asked } from './schedule-dialog.tsx'
import { scheduleTexts } from './schedule-texts.ts'
import { useLanguages } from './use-languages.ts'
import { useScheduleWords } from './use-schedule-words.ts'

export type LocaleStatesOfDocument = {
  /** Does it and tells what came of it; unsaved text has to be saved before. */
  act: (action: LocaleAction, locales: string[]) => void
  /** Cancels a schedule, or takes note of its failure. */
  cancel: (schedule: Schedule) => void
  isActing: boolean
  /** False until the server has answered. */
  isRead: boolean
  mayPublish: boolean
  /** Codes of the languages that readers see. */
  published: string[]
  /** Submits a language for review, or ends its review. */
  review: (step: 'return' | 'submit', locale: string) => void
  reviews: Review[]
  /** Sets a time; answers what is wrong, in a sentence. */
  schedule: (asked: Asked) => Promise<string | undefined>
  schedules: Schedule[]
  states: Record<string, LocaleState>
}

/** The states of the open document's languages, read anew after each save. Empty for one that was never saved. */
export const useLocaleStates = (): LocaleStatesOfDocument => {
  const { collectionSlug, id, lastUpdateTime, versionCount } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const isModified = useFormModified()
  const languages = useLanguages()
  const router = useRouter()
  const { when } = useScheduleWords()
  const [answer, setAnswer] = useState<Answer>({})
  const [round, setRound] = useState(0)
  const [isActing, startActing] = useTransition()
  const url = id && collectionSlug ? `${config.routes.api}/${collectionSlug}/${id}` : ''
  const { reviews = [], schedules = [] } = answer

  useEffect(() => {
    if (!url) return
    const controller = new AbortController()
    void ask(`${url}/locales`, { signal: controller.signal }).then((next) => {
      if (!controller.signal.aborted) setAnswer(next)
    })
    return () => {
      controller.abort()
    }
  }, [url, lastUpdateTime, versionCount, round])

  useEffect(() => {
    const read = () => {
      setRound((before) => before + 1)
    }
    window.addEventListener(changeEvent, read)
    return () => {
      window.removeEventListener(changeEvent, read)
    }
  }, [])

  const next = schedules.find(({ state }) => state === 'pending')?.at
  useEffect(() => {
    if (!next) return
    const untilDone = new Date(next).getTime() - Date.now() + patienceMs
    const timer = setTimeout(readAgain, Math.min(Math.max(untilDone, patienceMs), longestMs))
    return () => {
      clearTimeout(timer)
    }
  }, [next, round])

  const post = (path: string, body: object) =>
    ask(`${url}/${path}`, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
  const namesOf = (locales: string[]) =>
    languages
      .filter(({ code }) => locales.includes(code))
      .map(({ name }) => name)
      .join(', ')

  const act = (action: LocaleAction, locales: string[]) => {
    if (isModified) {
      toast.warning(getTranslation(menuTexts.saveFirst, i18n))
      return
    }
    startActing(async () => {
      const { error, gaps = [], warnings = [], ...changed } = await post(action, { locales })
      if (error) {
        const intro = getTranslation(menuTexts.failed, i18n)
        toast.error(gaps.length > 0 ? GapList({ gaps, intro }) : `${intro} ${error}`, {
          // Long enough to walk through what is missing.
          duration: gaps.length > 0 ? 60_000 : 8000,
        })
        return
      }
      const done = getTranslation(actionTexts[action].done, i18n)
      toast.success(done.replace('{language}', namesOf(locales)))
      for (const { label, message } of warnings) toast.warning(`${label}: ${message}`)
      startActing(() => {
        setAnswer((before) => ({ ...before, ...changed }))
        readAgain()
        router.refresh()
      })
    })
  }

  const review = (step: 'return' | 'submit', locale: string) => {
    if (step === 'submit' && isModified) {
      toast.warning(getTranslation(menuTexts.saveFirst, i18n))
      return
    }
    const isOwn = reviews.some((each) => each.isOwn && each.locale === locale)
    const done = reviewTexts[step === 'submit' ? 'submitted' : isOwn ? 'takenBack' : 'returned']
    startActing(async () => {
      const { error } = await post(step, { locales: [locale] })
      if (error) toast.error(`${getTranslation(menuTexts.failed, i18n)} ${error}`)
      else toast.success(getTranslation(done, i18n).replace('{language}', namesOf([locale])))
      readAgain()
    })
  }

  const schedule = async ({ action, at, locales }: Asked): Promise<string | undefined> => {
    const { error, warnings = [] } = await post('schedule', {
      action,
      at: at.toISOString(),
      locales,
    })
    if (error) return error
    const done = getTranslation(scheduleTexts.done, i18n).replace('{when}', when(at))
    toast.success(done.replace('{language}', namesOf(locales)))
    for (const { label, locale, message } of warnings)
      toast.warning(`${namesOf([locale])} · ${label}: ${message}`)
    readAgain()
    return undefined
  }

  const cancel = ({ id: scheduleId, state }: Schedule) => {
    startActing(async () => {
      const { error } = await ask(`${url}/schedules/${scheduleId}`, { method: 'DELETE' })
      if (error) toast.error(error)
      else if (state === 'pending') toast.success(getTranslation(scheduleTexts.cancelled, i18n))
      readAgain()
    })
  }

  return {
    act,
    cancel,
    isActing,
    isRead: answer.locales !== undefined,
    mayPublish: answer.mayPublish ?? false,
    published: answer.published ?? [],
    review,
    reviews,
    schedule,
    schedules,
    states: answer.locales ?? {},
  }
}

/** The menu and the button of one page read the states anew together. */
const changeEvent = 'locale-publishing:change'

const readAgain = () => {
  window.dispatchEvent(new Event(changeEvent))
}

/** The server looks every few seconds for what is due. */
const patienceMs = 10_000

/** Browsers wait no longer than 24 days. */
const longestMs = 2 ** 31 - 1
