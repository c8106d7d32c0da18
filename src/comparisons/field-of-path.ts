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
  for (const [index, segment] of path.replaceAll('__', '.').split('.').entries()) {
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
    if (segment === 'relationTo') return { type: 'text' }
  }
  if (before && ['json', 'richText'].includes(before.field.type)) return before.field
  return own[segment]
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
