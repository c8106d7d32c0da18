import { type Content, type ContentField, fieldsOf, isContent } from './content-field.ts'
import { keyOf, rowsOf, valueOf } from './value-of.ts'

/**
 * Paths of the fields shared by all languages in which two states of a document differ, both read in one language.
 * Rows belong to all languages: adding, removing or moving one is a change of its list.
 */
export const sharedChanges = ({
  after,
  before,
  fields,
  within = '',
}: {
  after: Content
  before: Content
  fields: readonly ContentField[]
  /** Path of the part that is compared, for the names in the answer. @default the whole document */
  within?: string
}): string[] =>
  fields.flatMap((field) => {
    if (field.localized || untold.has(field.type) || maintained.has(field.name)) return []
    const path = within ? `${within}.${field.name}` : field.name
    const [old, next] = [before[field.name], after[field.name]]
    if (field.blocks ?? (field.type === 'array' && field.flattenedFields)) {
      const [oldRows, nextRows] = [rowsOf(old), rowsOf(next)]
      if (oldRows.map(keyOf).join() !== nextRows.map(keyOf).join()) return [path]
      return nextRows.flatMap((row, index) =>
        sharedChanges({
          after: row,
          before: oldRows[index] ?? {},
          fields: fieldsOf(field, row),
          within: `${path}.${index}`,
        }),
      )
    }
    if (field.flattenedFields && (isContent(old) || isContent(next))) {
      return sharedChanges({
        after: isContent(next) ? next : {},
        before: isContent(old) ? old : {},
        fields: field.flattenedFields,
        within: path,
      })
    }
    return valueOf(field, old) === valueOf(field, next) ? [] : [path]
  })

/** What a save does not write, or writes by itself. */
export const untold = new Set(['join', 'ui'])
export const maintained = new Set([
  '_status',
  'createdAt',
  'id',
  'lastSaved',
  'localeStates',
  'updatedAt',
])
