'use client'

import { getTranslation } from '@payloadcms/translations'
import { useRowLabel, useTranslation } from '@payloadcms/ui'
import type { ArrayFieldClientProps } from 'payload'

import './row-label.css'

/** Where the text that a row is known by may be, the most telling first. */
const tellingFields = [
  'name',
  'title',
  'metric',
  'question',
  'label',
  'outcome',
  'authority',
  'entity',
  'caption',
  'alt',
  'text',
  'url',
  'email',
]

/** A row of an array is called by its own text; while it has none, by its kind and number. */
export const RowLabel = ({ field }: Pick<ArrayFieldClientProps, 'field'>) => {
  const { data, rowNumber = 0 } = useRowLabel<Partial<Record<string, unknown>> | undefined>()
  const { i18n } = useTranslation()
  const own = tellingFields.map((name) => data?.[name]).find(isText)
  const kind = getTranslation(field.labels?.singular ?? '', i18n)
  return (
    <span className="row-label">{own ?? `${kind} ${String(rowNumber + 1).padStart(2, '0')}`}</span>
  )
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
