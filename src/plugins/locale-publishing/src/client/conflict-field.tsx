'use client'

import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import { useId } from 'react'

import type { ForeignEdit } from '../revisions/describe-edits.ts'
import { conflictTexts } from './conflict-texts.ts'
import { readable } from './readable.ts'
import type { Choice } from './settle.ts'

/** One field that two people changed: their two values, one of them to be chosen. */
export const ConflictField = ({
  choice,
  edit,
  mine,
  onChoose,
}: {
  choice: Choice | undefined
  edit: ForeignEdit
  mine: unknown
  onChoose: (choice: Choice) => void
}) => {
  const { i18n } = useTranslation()
  const id = useId()
  const say = (text: { en: string; zh: string }) => getTranslation(text, i18n)
  const empty = say(conflictTexts.empty)
  const theirsBy = say(conflictTexts.theirs)
    .replace('{who}', edit.by ?? say(conflictTexts.somebody))
    .replace('{when}', new Date(edit.at).toLocaleString(i18n.language))
  return (
    <fieldset className="conflict-field" data-path={edit.path}>
      <legend>{edit.label}</legend>
      <div className="conflict-field__side">
        <label>
          <input
            checked={choice?.isMine === true}
            name={id}
            onChange={() => {
              onChoose({ isMine: true })
            }}
            type="radio"
          />
          {say(conflictTexts.mine)}
        </label>
        {typeof mine === 'string' ? (
          <textarea
            aria-label={`${edit.label}: ${say(conflictTexts.mine)}`}
            defaultValue={mine}
            onChange={({ target }) => {
              onChoose({ isMine: true, text: target.value })
            }}
            rows={Math.min(8, 1 + Math.ceil(mine.length / 40))}
          />
        ) : (
          <pre>{readable(mine) || empty}</pre>
        )}
      </div>
      <div className="conflict-field__side">
        <label>
          <input
            checked={choice?.isMine === false}
            name={id}
            onChange={() => {
              onChoose({ isMine: false })
            }}
            type="radio"
          />
          {theirsBy}
        </label>
        <pre>{readable(edit.theirs) || empty}</pre>
      </div>
    </fieldset>
  )
}
