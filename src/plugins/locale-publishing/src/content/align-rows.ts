import { type Content, type ContentField, fieldsOf, isContent, sameRow } from './content-field.ts'

/**
 * The document `published` with its rows where `next` has them, so that rows at the same place are the same row.
 * The place of a row that is new in `next` holds an empty one; rows that are gone from `next` are left out.
 */
export const alignRows = <T extends Content>({
  fields,
  next,
  published,
}: {
  fields: readonly ContentField[]
  next: Content
  published: T
}): T => {
  const result: Content = { ...published }
  for (const field of fields) {
    if (field.localized) continue
    const wanted = next[field.name]
    const rows = published[field.name]
    if (Array.isArray(wanted) && Array.isArray(rows) && (field.flattenedFields ?? field.blocks)) {
      result[field.name] = wanted.map((row: unknown) => {
        const same = sameRow(rows, row)
        return same && isContent(row)
          ? alignRows({ fields: fieldsOf(field, row), next: row, published: same })
          : {}
      })
    } else if (isContent(wanted) && isContent(rows) && field.flattenedFields) {
      result[field.name] = alignRows({
        fields: field.flattenedFields,
        next: wanted,
        published: rows,
      })
    }
  }
  // Only the order of its rows is another one.
  return result as T
}
