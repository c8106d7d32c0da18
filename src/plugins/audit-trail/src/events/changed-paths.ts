import type { FlattenedField } from 'payload'

import { canonicalJson } from '../model/canonical-json.ts'

type Content = Record<string, unknown>

/**
 * Paths of the fields that a save gives another value, such as `title`, `seo.description` or `gallery.0.caption`;
 * `gallery` alone when rows were added, removed or moved. What the save does not mention has not changed.
 */
export const changedPaths = ({
  after,
  before,
  fields,
  prefix = '',
}: {
  after: Content
  before: Content
  fields: readonly FlattenedField[]
  prefix?: string
}): string[] =>
  fields.flatMap((field) => {
    const mine = after[field.name]
    const theirs = before[field.name]
    if (mine === undefined || field.type === 'join' || isBookkeeping(field)) return []
    const path = `${prefix}${field.name}`
    if ('flattenedFields' in field && field.type !== 'array') {
      return changedPaths({
        after: contentOf(mine),
        before: contentOf(theirs),
        fields: field.flattenedFields,
        prefix: `${path}.`,
      })
    }
    const [rows, previous] = [rowsOf(mine), rowsOf(theirs)]
    if ((field.type === 'array' || field.type === 'blocks') && areSame(rows, previous)) {
      return rows.flatMap((row, index) =>
        changedPaths({
          after: row,
          before: previous[index] ?? {},
          fields: fieldsOfRow(field, row),
          prefix: `${path}.${index}.`,
        }),
      )
    }
    return comparable(mine, field) === comparable(theirs, field) ? [] : [path]
  })

/** What Payload keeps for itself, such as the count of failed sign-ins. */
const isBookkeeping = (field: FlattenedField): boolean =>
  field.name === 'id' || ('hidden' in field && field.hidden === true)

const rowsOf = (value: unknown): Content[] => (Array.isArray(value) ? value.map(contentOf) : [])

const areSame = (rows: Content[], previous: Content[]): boolean =>
  rows.length === previous.length && rows.every(({ id }, index) => id === previous[index]?.id)

const fieldsOfRow = (
  field: Extract<FlattenedField, { type: 'array' | 'blocks' }>,
  row: Content,
): FlattenedField[] =>
  field.type === 'array'
    ? field.flattenedFields
    : (field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [])

const contentOf = (value: unknown): Content =>
  typeof value === 'object' && value !== null ? (value as Content) : {}

/** Two texts that are the same when the values are: an empty list is none, a populated document is its id. */
const comparable = (value: unknown, { type }: FlattenedField): string => {
  if (value === null || value === undefined || value === '') return 'null'
  if (Array.isArray(value) && value.length === 0) return 'null'
  if (type === 'relationship' || type === 'upload') return canonicalJson(referenceOf(value))
  if (type === 'date') return String(new Date(value as string).getTime())
  return canonicalJson(value)
}

const referenceOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(referenceOf)
  const content = contentOf(value)
  if ('relationTo' in content) return { ...content, value: referenceOf(content.value) }
  return content.id ?? value
}
