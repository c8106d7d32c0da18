import { type Content, type ContentField, fieldsOf, isContent, sameRow } from './content-field.ts'

/**
 * The document `to` with the texts that one language has in `from`, blanks included. Everything shared by the
 * languages stays as `to` has it; a row that `from` does not know keeps no text in that language.
 */
export const copyLocale = ({
  fields,
  from,
  locale,
  to,
}: {
  fields: readonly ContentField[]
  from: Content | undefined
  locale: string
  to: Content
}): Content => {
  const result = { ...to }
  for (const field of fields) {
    const source = from?.[field.name]
    const target = to[field.name]
    if (field.localized) {
      const text = isContent(source) ? source[locale] : undefined
      if (isContent(target) || text !== undefined) {
        result[field.name] = { ...(isContent(target) ? target : {}), [locale]: text ?? null }
      }
    } else if (Array.isArray(target)) {
      result[field.name] = target.map((row: unknown) =>
        isContent(row)
          ? copyLocale({
              fields: fieldsOf(field, row),
              from: sameRow(source, row),
              locale,
              to: row,
            })
          : row,
      )
    } else if (isContent(target) && field.flattenedFields) {
      result[field.name] = copyLocale({
        fields: field.flattenedFields,
        from: isContent(source) ? source : undefined,
        locale,
        to: target,
      })
    }
  }
  return result
}
