'use client'

import { getTranslation } from '@payloadcms/translations'
import { Banner, Button, toast, useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'

import { panelTexts } from './panel-texts.ts'

/** A secret that has just been made, with a button to copy it. */
export const NewSecret = ({ value }: { value: string }) => {
  const { i18n } = useTranslation()
  const shown = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      toast.success(getTranslation(panelTexts.copied, i18n))
    } catch {
      // Browsers lend the clipboard over https only.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      toast.info(getTranslation(panelTexts.select, i18n))
    }
  }
  return (
    <Banner type="success">
      <div aria-live="polite" className="webhook-secret">
        <strong>{getTranslation(panelTexts.secret, i18n)}</strong>
        <p>{getTranslation(panelTexts.secretOnce, i18n)}</p>
        <code className="webhook-secret__value" ref={shown}>
          {value}
        </code>
        <Button buttonStyle="primary" margin={false} onClick={() => void copy()} size="medium">
          {getTranslation(panelTexts.copy, i18n)}
        </Button>
      </div>
    </Banner>
  )
}
