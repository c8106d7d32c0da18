'use client'

import { getTranslation } from '@payloadcms/translations'
import { toast, useFormModified, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

import { menuTexts } from './menu-texts.ts'

/**
 * Payload warns of unsaved text when a page is left, and not when the language is changed at its top, which throws the
 * text away. Shows nothing.
 */
export const KeepUnsaved = () => {
  const isModified = useFormModified()
  const { i18n } = useTranslation()

  useEffect(() => {
    if (!isModified) return
    const refuse = (event: MouseEvent) => {
      const button = event.target instanceof Element && event.target.closest('button')
      if (!button || !button.querySelector('.localizer__locale-code[data-locale]')) return
      event.preventDefault()
      event.stopPropagation()
      toast.warning(getTranslation(menuTexts.saveFirst, i18n))
    }
    // Before React hears of it.
    document.addEventListener('click', refuse, { capture: true })
    return () => {
      document.removeEventListener('click', refuse, { capture: true })
    }
  }, [i18n, isModified])

  return null
}
