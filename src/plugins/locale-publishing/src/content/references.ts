import { type Content, type ContentField, fieldsOf, isContent } from './content-field.ts'

/** Something a document points to; `relationTo` is missing where only the editor of the text knows the field. */
export type Reference = { id: string; path: string; relationTo?: string }

/** All that a document, read in one language, points to: pictures, relations, links and blocks in its texts. */
export const referencesOf = ({
  fields,
  part,
  within = '',
}: {
  fields: readonly (ContentField & { relationTo?: string | readonly string[] })[]
  part: Content
  /** Path of the part, for the paths in the answer. @default the whole document */
  within?: string
}): Reference[] =>
  fields.flatMap((field): Reference[] => {
    const value = part[field.name]
    const path = within ? `${within}.${field.name}` : field.name
    if (value === undefined || value === null || field.type === 'join') return []
    if (field.type === 'richText') return referencesInText({ path, value })
    if (['relationship', 'upload'].includes(field.type)) {
      return [value].flat().flatMap((each: unknown): Reference[] => {
        const target = isContent(each) && 'relationTo' in each ? each : undefined
        const relationTo = target?.relationTo ?? field.relationTo
        const id = idOf(target ? target.value : each)
        return id && typeof relationTo === 'string' ? [{ id, path, relationTo }] : []
      })
    }
    if (Array.isArray(value)) {
      return value.flatMap((row: unknown, index) =>
        isContent(row)
          ? referencesOf({ fields: fieldsOf(field, row), part: row, within: `${path}.${index}` })
          : [],
      )
    }
    return isContent(value) && field.flattenedFields
      ? referencesOf({ fields: field.flattenedFields, part: value, within: path })
      : []
  })

/** Links say what they point to. The fields of a block are the editor's own, so each text in it may be an id. */
const referencesInText = ({ path, value }: { path: string; value: unknown }): Reference[] => {
  if (Array.isArray(value)) return value.flatMap((each) => referencesInText({ path, value: each }))
  if (!isContent(value)) return []
  const { fields, type } = value
  const doc = isContent(fields) && isContent(fields.doc) ? fields.doc : undefined
  const id = idOf(doc?.value)
  const own: Reference[] =
    id && typeof doc?.relationTo === 'string' ? [{ id, path, relationTo: doc.relationTo }] : []
  const inBlock =
    type === 'block' || type === 'inlineBlock'
      ? texts(fields).map((text) => ({ id: text, path }))
      : []
  return [...own, ...inBlock, ...referencesInText({ path, value: value.root ?? value.children })]
}

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(texts)
  return isContent(value) ? Object.values(value).flatMap(texts) : []
}

const idOf = (value: unknown): string | undefined => {
  const id = isContent(value) ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
