'use client'

import type { DefaultCellComponentProps } from 'payload'

import { isContent } from '../content/content-field.ts'
import { localeStateLabels } from '../content/locale-state-labels.ts'
import { type LocaleState, storedName } from '../content/locale-states.ts'
import { StateMark } from './state-mark.tsx'
import { useLanguages } from './use-languages.ts'
import { useListedSchedules } from './use-listed-schedules.ts'
import './trash.css'

/** The column of a list: how far each language of the document is. */
export const LanguagesCell = ({ rowData }: DefaultCellComponentProps) => {
  const languages = useLanguages()
  const row = rowData as Record<string, unknown>
  const states = row.localeStates
  const schedules = useListedSchedules(row.id)
  return (
    <span className="locale-states">
      {languages.map(({ code, name }) => {
        const state = isContent(states) ? states[storedName(code)] : undefined
        return (
          isState(state) && (
            <StateMark
              key={code}
              language={name}
              locale={code}
              schedules={schedules.filter(({ locale }) => locale === code)}
              state={state}
            />
          )
        )
      })}
    </span>
  )
}

const isState = (state: unknown): state is LocaleState =>
  typeof state === 'string' && state in localeStateLabels
