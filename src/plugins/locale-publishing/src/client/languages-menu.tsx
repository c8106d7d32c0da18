'use client'

import { LoadingOverlayToggle, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ConflictDialog } from './conflict-dialog.tsx'
import { LanguagePopup } from './language-popup.tsx'
import { revealField } from './reveal-field.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { useInertForm } from './use-inert-form.ts'
import { useLanguages } from './use-languages.ts'
import { useLocaleStates } from './use-locale-states.ts'
import './trash.css'

/** Above the edit view: the state of each language, and what can be done to it. */
export const LanguagesMenu = () => {
  const languages = useLanguages()
  const document = useLocaleStates()
  const { isActing, published, schedule, states } = document
  const { code: current } = useLocale()
  useInertForm(isActing)
  const [asked, setAsked] = useState<string>()

  useEffect(() => {
    // A link from a list of what is missing.
    if (location.hash.startsWith('#field-')) void revealField(location.hash.slice(1))
  }, [])
  return (
    <div className="locale-states locale-states--menu">
      {languages.map(({ code }) => {
        const state = states[code]
        return (
          state && (
            <LanguagePopup
              code={code}
              document={document}
              isCurrent={code === current}
              key={code}
              onSchedule={() => {
                setAsked(code)
              }}
              state={state}
            />
          )
        )
      })}
      <ConflictDialog />
      {asked && (
        <ScheduleDialog
          isPublic={published.includes(asked) && states[asked] === 'published'}
          locale={asked}
          onClose={() => {
            setAsked(undefined)
          }}
          onSubmit={schedule}
        />
      )}
      {/* What is typed while the page takes in the new state would be lost: it lies behind this until then. */}
      <LoadingOverlayToggle name="locale-publishing" show={isActing} type="withoutNav" />
    </div>
  )
}
