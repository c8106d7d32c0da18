import type { FlattenedField } from 'payload'

/**
 * The first name of a selection that names no field, with those that are known at its place; nothing when all are. Within
 * a localized field or one without parts nothing is looked at.
 */
export const unknownSelection = ({
  fields,
  select,
}: {
  fields: FlattenedField[]
  select: unknown
}): { known: string[]; name: string } | undefined => {
  if (typeof select !== 'object' || select === null) return undefined
  for (const [name, part] of Object.entries(select)) {
    if (name === 'id') continue
    const field = fields.find((each) => each.name === name)
    // Hidden ones are not told of.
    if (!field) return { known: ['id', ...fields.filter(isShown).map((each) => each.name)], name }
    const unknown = unknownWithin(field, part)
    if (unknown) return unknown
  }
  return undefined
}

const unknownWithin = (
  field: FlattenedField,
  select: unknown,
): { known: string[]; name: string } | undefined => {
  if (field.type === 'blocks') {
    const blocks = field.blocks
    for (const [name, part] of Object.entries(isRecord(select) ? select : {})) {
      const block = blocks.find(({ slug }) => slug === name)
      if (!block) return { known: blocks.map(({ slug }) => slug), name }
      const unknown = unknownSelection({ fields: block.flattenedFields, select: part })
      if (unknown) return unknown
    }
    return undefined
  }
  return 'flattenedFields' in field
    ? unknownSelection({ fields: field.flattenedFields, select })
    : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isShown = (field: FlattenedField): boolean => !('hidden' in field && field.hidden)
