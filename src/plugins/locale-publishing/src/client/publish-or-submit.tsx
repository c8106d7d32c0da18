'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, PublishButton, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'

import { reviewTexts } from './review-texts.ts'
import { useLanguages } from './use-languages.ts'
import { useLocaleStates } from './use-locale-states.ts'

/** Payload's button for whoever may publish; others submit the language of the form for review. */
export const PublishOrSubmit = () => {
  const { hasSavePermission, id } = useDocumentInfo()
  const { code } = useLocale()
  const languages = useLanguages()
  const { isActing, isRead, mayPublish, review, reviews, states } = useLocaleStates()
  const { i18n } = useTranslation()
  if (!id || mayPublish) return <PublishButton />
  if (!isRead || !hasSavePermission) return null
  const isInReview = reviews.some(({ locale }) => locale === code)
  const hasNews = ['changed', 'draft', 'scheduled'].includes(states[code] ?? '')
  const name = languages.find((language) => language.code === code)?.name ?? code
  const text = isInReview ? reviewTexts.mark : reviewTexts.submit
  return (
    <Button
      buttonStyle="primary"
      disabled={isActing || isInReview || !hasNews}
      id="action-submit"
      margin={false}
      onClick={() => {
        review('submit', code)
      }}
      size="medium"
      type="button"
    >
      {getTranslation(text, i18n).replace('{language}', name)}
    </Button>
  )
}
