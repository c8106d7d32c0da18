'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { ask } from './ask.ts'
import { restoreTexts } from './restore-texts.ts'
import { useLanguages } from './use-languages.ts'
import './restore-language.css'

const modal = 'restore-language'

/** Above a version: brings the texts of one language back, where Payload's own button brings back everything. */
export const RestoreLanguage = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { openModal } = useModal()
  const languages = useLanguages()
  const pathname = usePathname()
  const router = useRouter()
  const [chosen, setChosen] = useState(languages[0])
  const [, collection, id, version] =
    /\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)/.exec(pathname) ?? []
  if (!collection || !id || !version || !chosen) return null
  const say = (text: { en: string; zh: string }, { name } = chosen) =>
    getTranslation(text, i18n).replace('{language}', name)

  const restore = async () => {
    const { error } = await ask(`${config.routes.api}/${collection}/${id}/restore`, {
      body: JSON.stringify({ locales: [chosen.code], version }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    if (error) {
      toast.error(`${say(restoreTexts.failed)} ${error}`)
      return
    }
    toast.success(say(restoreTexts.done))
    router.push(`${config.routes.admin}/collections/${collection}/${id}?locale=${chosen.code}`)
  }

  return (
    <div className="restore-language">
      {languages.map((language) => (
        <Button
          buttonStyle="secondary"
          key={language.code}
          margin={false}
          onClick={() => {
            setChosen(language)
            openModal(modal)
          }}
          size="small"
        >
          {say(restoreTexts.button, language)}
        </Button>
      ))}
      <ConfirmationModal
        body={say(restoreTexts.explain)}
        heading={say(restoreTexts.ask)}
        modalSlug={modal}
        onConfirm={restore}
      />
    </div>
  )
}
