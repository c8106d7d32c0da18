import type { FlattenedField, SanitizedConfig } from 'payload'

import type { Comparable } from './comparison-problem.ts'

export type FieldOfPath = {
  field: Comparable
  /** Fields of the documents that the field leads to. */
  target?: FlattenedField[]
}

/**
 * The field that a path of a filter ends at, through groups, rows, blocks, languages, versions and other documents, or
 * nothing when there is none.
 */
export const fieldOfPath = ({
  config,
  fields,
  idShape,
  path,
}: {
  config: Pick<SanitizedConfig, 'collections' | 'localization'>
  fields: FlattenedField[]
  /** Of the documents' ids. */
  idShape: RegExp
  path: string
}): FieldOfPath | undefined => {
  const locales = config.localization ? config.localization.localeCodes : []
  const fieldsOf = (slug: unknown): FlattenedField[] | undefined =>
    config.collections.find((each) => each.slug === slug)?.flattenedFields
  const idField: Comparable = { idShape, type: 'text' }
  let found: FieldOfPath | undefined
  let isLocalized = false
  let within: FlattenedField[] = fields
  const segments = path.replaceAll('__', '.').split('.')
  for (const [index, segment] of segments.entries()) {
    if (isLocalized && locales.includes(segment)) continue
    const field = within.find(({ name }) => name === segment)
    if (!field) {
      // Versions hold the fields of the document below `version`.
      if (index === 0 && segment === 'version') continue
      const own = segment === 'id' ? idField : ownOf(segment, found)
      if (!own) return undefined
      found = { field: own }
      within = []
      continue
    }
    const isLast = index === segments.length - 1
    if (field.type === 'join' && (isLast || Array.isArray(field.targetField.relationTo)))
      return { field: joined, ...(isLast ? { target: fieldsOf(field.collection) } : {}) }
    const target = targetOf(field, fieldsOf)
    found = { field, ...(target ? { target } : {}) }
    isLocalized = field.localized === true
    within = target ?? partsOf(field)
  }
  return found
}

/** What Payload knows beside the fields: ids, versions, and the parts of a reference. */
const ownOf = (segment: string, before: FieldOfPath | undefined): Comparable | undefined => {
  if (before && Array.isArray(before.field.relationTo)) {
    if (segment === 'value') return { ...before.field, relationTo: undefined }
    if (segment === 'relationTo') return collectionName
  }
  if (before?.field.type === 'json') return before.field
  if (before?.field.type === 'richText') return undivided
  return own[segment]
}

/** SQLite fails on what is within a text, and on joins by a reference to one of several collections. */
const undivided: Comparable = { reason: 'it has no parts to compare', type: 'richText' }
/** On SQLite any other operator would compare as this one does. */
const collectionName: Comparable = { operators: ['equals'], type: 'text' }
const joined: Comparable = {
  reason: 'it shows other documents; ask for their collection instead',
  type: 'join',
}

const own: Partial<Record<string, Comparable>> = {
  autosave: { type: 'checkbox' },
  createdAt: { type: 'date' },
  latest: { type: 'checkbox' },
  snapshot: { type: 'checkbox' },
  updatedAt: { type: 'date' },
}

const targetOf = (
  field: FlattenedField,
  fieldsOf: (slug: unknown) => FlattenedField[] | undefined,
): FlattenedField[] | undefined => {
  if (field.type === 'join') return fieldsOf(field.collection)
  return field.type === 'relationship' || field.type === 'upload'
    ? fieldsOf(field.relationTo)
    : undefined
}

const partsOf = (field: FlattenedField): FlattenedField[] => {
  if (field.type === 'blocks') {
    return field.blocks.flatMap((block) => (typeof block === 'string' ? [] : block.flattenedFields))
  }
  return 'flattenedFields' in field ? field.flattenedFields : []
}
