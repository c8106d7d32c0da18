'use client'

import { getTranslation } from '@payloadcms/translations'
import { toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { ask } from './ask.ts'
import { menuTexts } from './menu-texts.ts'

/** Copies a link that shows the open document's draft in one language to people without an account. */
export const usePreviewLink = (): ((locale: string) => Promise<void>) => {
  const { collectionSlug = '', id = '' } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  return async (locale) => {
    const { error, url = '' } = await ask(
      `${config.routes.api}/${collectionSlug}/${id}/preview-link`,
      {
        body: JSON.stringify({ locale }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )
    if (error) {
      toast.error(error)
      return
    }
    try {
      await navigator.clipboard.writeText(url)
      toast.success(getTranslation(menuTexts.linkCopied, i18n))
    } catch {
      // Browsers keep the clipboard to themselves on pages without https: there it can be copied by hand.
      window.prompt(getTranslation(menuTexts.copyLink, i18n), url)
    }
  }
}
