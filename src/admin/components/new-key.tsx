'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'

const texts = {
  copied: { en: 'The key was copied.', zh: '密钥已复制。' },
  copy: { en: 'Copy key', zh: '复制密钥' },
  explanation: {
    en: 'It is shown this once and cannot be read again. Whoever has it reads what the key may read.',
    zh: '密钥仅显示这一次，之后无法再查看。持有密钥的人即可读取其允许的内容。',
  },
  heading: { en: 'Copy your new key now', zh: '请立即复制新密钥' },
  selected: { en: 'Copy the selected key by hand.', zh: '请手动复制已选中的密钥。' },
}

/** A key that has just been made, with a button to copy it. */
export const NewKey = ({ value }: { value: string }) => {
  const { i18n } = useTranslation()
  const shown = useRef<HTMLElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      toast.success(getTranslation(texts.copied, i18n))
    } catch {
      // Browsers lend the clipboard over https only.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      toast.info(getTranslation(texts.selected, i18n))
    }
  }
  return (
    <section aria-live="polite" className="new-key">
      <h3 className="new-key__heading">{getTranslation(texts.heading, i18n)}</h3>
      <p>{getTranslation(texts.explanation, i18n)}</p>
      <div className="new-key__row">
        <code className="new-key__value" ref={shown}>
          {value}
        </code>
        <Button buttonStyle="primary" margin={false} onClick={() => void copy()} size="medium">
          {getTranslation(texts.copy, i18n)}
        </Button>
      </div>
    </section>
  )
}
