'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  Popup,
  PopupList,
  toast,
  useDocumentInfo,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'

import type { LocaleState } from '../content/locale-states.ts'
import type { LocaleAction } from '../locale-actions.ts'
import { actionTexts, menuTexts } from './menu-texts.ts'
import { reviewTexts } from './review-texts.ts'
import { scheduleTexts } from './schedule-texts.ts'
import { StateMark } from './state-mark.tsx'
import { useLanguages } from './use-languages.ts'
import { usePreviewLink } from './use-preview-link.ts'
import type { LocaleStatesOfDocument } from './use-locale-states.ts'
import { useScheduleWords } from './use-schedule-words.ts'

/** The mark of one language, which opens to what can be done with it. */
export const LanguagePopup = ({
  code,
  document,
  isCurrent,
  onSchedule,
  state,
}: {
  code: string
  document: LocaleStatesOfDocument
  /** Whether the form shows this language. */
  isCurrent: boolean
  onSchedule: () => void
  state: LocaleState
}) => {
  const { act, cancel, mayPublish, published, review, states } = document
  const languages = useLanguages()
  const isModified = useFormModified()
  const router = useRouter()
  const { i18n } = useTranslation()
  const { hasSavePermission } = useDocumentInfo()
  const copyPreviewLink = usePreviewLink()
  const words = useScheduleWords()
  const name = languages.find((language) => language.code === code)?.name ?? code
  const say = (text: { en: string; zh: string }, language = name) =>
    getTranslation(text, i18n).replace('{language}', language)
  const schedules = document.schedules.filter(({ locale }) => locale === code)
  const inReview = document.reviews.find(({ locale }) => locale === code)
  const pending = schedules.filter((each) => each.state === 'pending')
  const failures = schedules.filter((each) => each.state === 'failed')
  const actionsOf = (locale: string) =>
    possible({ isPublic: published.includes(locale), state: states[locale] ?? 'not-started' })

  const items = mayPublish
    ? [
        ...actionsOf(code).map((action) => ({
          label: say(actionTexts[action].ask),
          run: () => {
            act(action, [code])
          },
        })),
        ...(['publish', 'unpublish'] as const).flatMap((action) => {
          const codes = languages
            .map((language) => language.code)
            .filter((each) => actionsOf(each).includes(action))
          const label = say(actionTexts[action].ask, getTranslation(menuTexts.all, i18n))
          const run = () => {
            act(action, codes)
          }
          return codes.length > 1 ? [{ label, run }] : []
        }),
        { label: say(scheduleTexts.open), run: onSchedule },
        ...pending.map((each) => ({
          label: words.cancel(each),
          run: () => {
            cancel(each)
          },
        })),
        ...(failures.length > 0
          ? [
              {
                label: say(scheduleTexts.dismiss),
                run: () => {
                  failures.forEach(cancel)
                },
              },
            ]
          : []),
      ]
    : []
  if (hasSavePermission && (state === 'draft' || state === 'changed')) {
    items.push({
      label: say(menuTexts.previewLink),
      run: () => {
        void copyPreviewLink(code)
      },
    })
  }
  const hasNews = state === 'draft' || state === 'changed' || state === 'scheduled'
  if (inReview && (mayPublish || inReview.isOwn)) {
    items.push({
      label: say(reviewTexts[inReview.isOwn ? 'takeBack' : 'returnIt']),
      run: () => {
        review('return', code)
      },
    })
  }
  if (!inReview && !mayPublish && hasSavePermission && isCurrent && hasNews) {
    items.push({
      label: say(reviewTexts.submit),
      run: () => {
        review('submit', code)
      },
    })
  }
  if (!isCurrent) {
    items.unshift({
      label: say(menuTexts.edit),
      run: () => {
        if (isModified) toast.warning(say(menuTexts.saveFirst))
        else router.push(`?locale=${code}`)
      },
    })
  }

  const mark = (
    <StateMark
      isWordy
      language={name}
      locale={code}
      review={inReview && words.tellReview(inReview)}
      schedules={schedules}
      state={state}
    />
  )
  const className = isCurrent ? 'locale-states__current' : ''
  if (items.length === 0) return <span className={className}>{mark}</span>
  return (
    <Popup
      button={mark}
      className={className}
      horizontalAlign="left"
      render={({ close }) => (
        <>
          {failures.map((each) => (
            <p className="locale-states__failure" key={each.id}>
              {words.tell(each)}
            </p>
          ))}
          {inReview && (
            <p className="locale-states__review">
              {words.tellReview(inReview)}
              {inReview.note && <q>{inReview.note}</q>}
            </p>
          )}
          <PopupList.ButtonGroup>
            {items.map(({ label, run }) => (
              <PopupList.Button
                key={label}
                onClick={() => {
                  close()
                  run()
                }}
              >
                {label}
              </PopupList.Button>
            ))}
          </PopupList.ButtonGroup>
        </>
      )}
      size="fit-content"
    />
  )
}

const possible = ({
  isPublic,
  state,
}: {
  isPublic: boolean
  state: LocaleState
}): LocaleAction[] => {
  if (state === 'scheduled') return isPublic ? actions.changed : actions.draft
  return actions[state]
}

const actions: Record<Exclude<LocaleState, 'scheduled'>, LocaleAction[]> = {
  'not-started': [],
  draft: ['publish'],
  published: ['unpublish'],
  changed: ['publish', 'revert', 'unpublish'],
}
