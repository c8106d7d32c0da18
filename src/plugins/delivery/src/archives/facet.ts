import type { FlattenedField, SanitizedCollectionConfig } from 'payload'

/** A field that documents are counted by, and where its values lie. */
export type Facet = {
  field: FlattenedField
  /** The names on the way to the field, groups and rows included. */
  names: string[]
  /** The collection that a relation leads to. */
  relationTo?: string
  /** How many of the names lead to the rows that the field is in; 0 when it is in the document itself. */
  rows: number
}

/**
 * The facet at a path such as `locations.country`.
 * @throws when documents cannot be counted by it
 */
export const facetAt = (config: SanitizedCollectionConfig, path: string): Facet => {
  const names = path.split('.')
  let fields: FlattenedField[] = config.flattenedFields
  let found: FlattenedField | undefined
  let rows = 0
  for (const [index, name] of names.entries()) {
    found = fields.find((field) => field.name === name)
    if (!found) throw wrong(config.slug, path, 'there is no such field')
    if (found.localized) throw wrong(config.slug, path, 'it differs from language to language')
    if (found.type === 'array' && index < names.length - 1) {
      if (rows > 0) throw wrong(config.slug, path, 'it lies in rows of rows')
      rows = index + 1
    }
    fields = 'flattenedFields' in found ? found.flattenedFields : []
  }
  if (!found || !countable.has(found.type))
    throw wrong(config.slug, path, 'fields of this type have no values to count')
  if (rows > 0 && 'hasMany' in found && found.hasMany)
    throw wrong(config.slug, path, 'it holds several values in each row')
  const { relationTo } = found as { relationTo?: string | string[] }
  if (Array.isArray(relationTo)) throw wrong(config.slug, path, 'it leads to several collections')
  return { field: found, names, ...(relationTo === undefined ? {} : { relationTo }), rows }
}

const countable = new Set(['number', 'radio', 'relationship', 'select', 'text', 'upload'])

const wrong = (slug: string, path: string, why: string): Error =>
  new Error(`delivery: archives.${slug} counts by “${path}”, but ${why}.`)
