import { type Content, type ContentField, fieldsOf, isContent } from './content-field.ts'

/** The document as it is read in one language: each localized field holds that language's text. */
export const oneLocale = ({
  fields,
  locale,
  part,
}: {
  fields: readonly ContentField[]
  locale: string
  part: Content
}): Content => {
  const result = { ...part }
  for (const field of fields) {
    const value = part[field.name]
    if (field.localized) {
      result[field.name] = isContent(value) ? value[locale] : undefined
    } else if (Array.isArray(value)) {
      result[field.name] = value.map((row: unknown) =>
        isContent(row) ? oneLocale({ fields: fieldsOf(field, row), locale, part: row }) : row,
      )
    } else if (isContent(value) && field.flattenedFields) {
      result[field.name] = oneLocale({ fields: field.flattenedFields, locale, part: value })
    }
  }
  return result
}
