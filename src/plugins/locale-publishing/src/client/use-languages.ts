'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

/** The content languages, named in the language of the admin UI. */
export const useLanguages = (): { code: string; name: string }[] => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return (config.localization ? config.localization.locales : []).map(({ code, label }) => ({
    code,
    name: getTranslation(label, i18n),
  }))
}
