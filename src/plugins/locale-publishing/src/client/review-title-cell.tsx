'use client'

import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import type { ReviewRequest } from '../reviews/review-requests.ts'
import { reviewTexts } from './review-texts.ts'

/** The title in the list of what waits for review: it leads to the document, in the language to read. */
export const ReviewTitleCell = ({ rowData }: DefaultCellComponentProps) => {
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const { document, documentCollection, locale, title } = rowData as ReviewRequest
  const { labels } = getEntityConfig({ collectionSlug: documentCollection })
  return (
    <Link
      href={`${config.routes.admin}/collections/${documentCollection}/${document}?locale=${locale}`}
      prefetch={false}
    >
      {title ?? getTranslation(reviewTexts.untitled, i18n)}
      {` · ${getTranslation(labels.singular, i18n)}`}
    </Link>
  )
}
