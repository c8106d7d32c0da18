'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  toast,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState, useTransition } from 'react'

import type { Content } from '../content/content-field.ts'
import type { ForeignEdit } from '../revisions/describe-edits.ts'
import { conflictTexts } from './conflict-texts.ts'
import { type Choice, settledBody } from './settle.ts'

export type Conflict = {
  conflicts: ForeignEdit[]
  form: Content
  /** Paths of the fields that this person changed. */
  mine: string[]
  revision: string
}

type Answer = {
  errors?: { data?: Partial<Conflict>; message: string }[]
}

/** A save that was refused because others had changed the same fields, and how it is settled. */
export const useConflict = (): {
  close: () => void
  conflict: Conflict | undefined
  /** The form is about to show what was saved; what is typed meanwhile would be lost. */
  isTakingIn: boolean
  save: (choices: Record<string, Choice>) => Promise<void>
} => {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { getData, setModified } = useForm()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [conflict, setConflict] = useState<Conflict>()
  const [isTakingIn, startTakingIn] = useTransition()
  const refusal = useFormFields(([fields]) => {
    const field = fields['lastSaved.revision']
    return field?.valid === false ? field.errorMessage : undefined
  })

  const write = async (form: Content, body: Content): Promise<boolean> => {
    const url = `${config.routes.api}/${collectionSlug ?? ''}/${id ?? ''}`
    const response = await fetch(`${url}?locale=${code}&draft=true&depth=0`, {
      body: JSON.stringify({ ...body, _status: undefined }),
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      method: 'PATCH',
    })
    const [error] = ((await response.json()) as Answer).errors ?? []
    const { conflicts = [], mine = [], revision = '' } = error?.data ?? {}
    if (error) {
      setConflict(conflicts.length > 0 ? { conflicts, form, mine, revision } : undefined)
      if (conflicts.length === 0) toast.error(error.message)
      return false
    }
    toast.success(getTranslation(conflictTexts.saved, i18n))
    // The dialog stays in front of the form until the form shows what was saved.
    startTakingIn(() => {
      setConflict(undefined)
      setModified(false)
      router.refresh()
    })
    return true
  }

  useEffect(() => {
    if (!refusal) return
    const form = getData()
    // The form was told only that there is a conflict; the same write again tells which one, or goes through.
    void write(form, form)
    // Each refusal is looked into once, whatever else changes meanwhile.
  }, [refusal])

  return {
    close: () => {
      setConflict(undefined)
    },
    conflict,
    isTakingIn,
    save: async (choices) => {
      if (conflict) await write(conflict.form, settledBody({ ...conflict, choices }))
    },
  }
}
