'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import { ConflictField } from './conflict-field.tsx'
import { conflictTexts } from './conflict-texts.ts'
import type { Choice } from './settle.ts'
import { valueAt } from './settle.ts'
import { useConflict } from './use-conflict.ts'
import { useInertForm } from './use-inert-form.ts'
import './conflict-dialog.css'

/** Opens when a save met another person's: both texts side by side, to keep one or to write a third. */
export const ConflictDialog = () => {
  const { close, conflict, isTakingIn, save } = useConflict()
  const { i18n } = useTranslation()
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useInertForm(isTakingIn)

  useEffect(() => {
    setChoices({})
    if (conflict) dialog.current?.showModal()
    else dialog.current?.close()
  }, [conflict])

  if (!conflict) return null
  const isSettled = conflict.conflicts.every(({ path }) => choices[path])
  return (
    <dialog aria-labelledby={titleId} className="conflict-dialog" onCancel={close} ref={dialog}>
      <h2 id={titleId}>{getTranslation(conflictTexts.title, i18n)}</h2>
      <p>{getTranslation(conflictTexts.explanation, i18n)}</p>
      {conflict.conflicts.map((edit) => (
        <ConflictField
          choice={choices[edit.path]}
          edit={edit}
          key={edit.path}
          mine={valueAt(conflict.form, edit.path)}
          onChoose={(choice) => {
            setChoices((before) => ({ ...before, [edit.path]: choice }))
          }}
        />
      ))}
      <div className="conflict-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={close} type="button">
          {getTranslation(conflictTexts.back, i18n)}
        </Button>
        <Button
          disabled={!isSettled || isTakingIn}
          id="conflict-save"
          margin={false}
          onClick={() => void save(choices)}
          type="button"
        >
          {getTranslation(conflictTexts.save, i18n)}
        </Button>
      </div>
    </dialog>
  )
}
