/** What this folder needs to know of a field; Payload's flattened fields have this shape. */
export type ContentField = {
  name: string
  type: string
  blocks?: readonly (string | { flattenedFields: readonly ContentField[]; slug: string })[]
  flattenedFields?: readonly ContentField[]
  localized?: boolean
}

/** A document, or a part of one, in which each localized field holds an object of languages. */
export type Content = Record<string, unknown>

export const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of one row or group. A block's fields depend on its type. */
export const fieldsOf = (field: ContentField, part: unknown): readonly ContentField[] => {
  if (field.type !== 'blocks') return field.flattenedFields ?? []
  const type = isContent(part) ? part.blockType : undefined
  for (const block of field.blocks ?? []) {
    if (typeof block !== 'string' && block.slug === type) return block.flattenedFields
  }
  return []
}

/** The row that is the same one in another state of the document: rows are known by their id, never by their place. */
export const sameRow = (rows: unknown, row: unknown): Content | undefined => {
  if (!Array.isArray(rows) || !isContent(row) || row.id === undefined) return undefined
  return rows.find(
    (each): each is Content =>
      isContent(each) && each.id === row.id && each.blockType === row.blockType,
  )
}
