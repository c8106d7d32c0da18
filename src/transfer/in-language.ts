import type { FlattenedField } from 'payload'

import { copyOf } from './copy-of.ts'
import { type Content, isRecord } from './records.ts'

/** A document with texts of all languages, as it reads in one of them. */
export const inLanguage = ({
  fields,
  locale,
  part,
}: {
  fields: readonly FlattenedField[]
  locale: string
  part: Content
}): Content => {
  const result: Content = { ...part }
  for (const field of fields) {
    const value = part[field.name]
    if (value === undefined) continue
    if (field.localized) {
      const text = isRecord(value) ? value[locale] : undefined
      if (text === undefined) delete result[field.name]
      else result[field.name] = copyOf(text)
    } else if ((field.type === 'group' || field.type === 'tab') && isRecord(value)) {
      result[field.name] = inLanguage({ fields: field.flattenedFields, locale, part: value })
    } else if (field.type === 'array' && Array.isArray(value)) {
      result[field.name] = value
        .filter(isRecord)
        .map((row) => inLanguage({ fields: field.flattenedFields, locale, part: row }))
    } else {
      result[field.name] = copyOf(value)
    }
  }
  return result
}
