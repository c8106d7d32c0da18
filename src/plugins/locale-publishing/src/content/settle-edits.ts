import { type Content, type ContentField, fieldsOf, isContent } from './content-field.ts'
import { maintained, untold } from './shared-changes.ts'
import { keyOf, rowsOf, valueOf } from './value-of.ts'

/** What came of two people's edits of one state of a document, all of them read in one language. */
export type Settled = {
  /** Paths of fields that both changed, to different values. */
  conflicts: string[]
  /** What `mine` changes, and nothing of what it only repeats. */
  data: Content
  /** Paths of fields that `mine` changes. */
  mine: string[]
  /** Paths of fields that `theirs` changed. */
  theirs: string[]
}

/**
 * Sorts out what `mine`, written on top of `base`, changes of a document that has become `theirs` meanwhile. Lists of
 * rows and rich text count as one value; a field that is not in `mine` was not changed.
 */
export const settleEdits = ({
  base,
  fields,
  mine,
  theirs,
  within = '',
}: {
  base: Content
  fields: readonly ContentField[]
  mine: Content
  theirs: Content
  /** Path of the part that is looked at. @default the whole document */
  within?: string
}): Settled => {
  const known = new Set(fields.map(({ name }) => name))
  const settled: Settled = {
    conflicts: [],
    data: Object.fromEntries(
      Object.entries(mine).filter(([name]) => !known.has(name) || maintained.has(name)),
    ),
    mine: [],
    theirs: [],
  }
  for (const field of fields) {
    const { name } = field
    if (untold.has(field.type) || maintained.has(name)) continue
    const path = within ? `${within}.${name}` : name
    if (isGroup(field)) {
      const parts = { base: partOf(base[name]), theirs: partOf(theirs[name]) }
      const part = settleEdits({
        ...parts,
        fields: field.flattenedFields ?? [],
        mine: partOf(mine[name]),
        within: path,
      })
      settled.conflicts.push(...part.conflicts)
      settled.mine.push(...part.mine)
      settled.theirs.push(...part.theirs)
      if (name in mine && Object.keys(part.data).length > 0) settled.data[name] = part.data
      continue
    }
    const isTheirs = !isSame({ field, one: base[name], other: theirs[name] })
    if (isTheirs) settled.theirs.push(path)
    if (mine[name] === undefined || isSame({ field, one: base[name], other: mine[name] })) continue
    if (isTheirs && !isSame({ field, one: mine[name], other: theirs[name] }))
      settled.conflicts.push(path)
    settled.data[name] = mine[name]
    settled.mine.push(path)
  }
  return settled
}

const isGroup = ({ blocks, flattenedFields, localized, type }: ContentField): boolean =>
  !localized && !blocks && type !== 'array' && flattenedFields !== undefined

const partOf = (value: unknown): Content => (isContent(value) ? value : {})

const isSame = ({
  field,
  one,
  other,
}: {
  field: ContentField
  one: unknown
  other: unknown
}): boolean => {
  if (!field.blocks && !field.flattenedFields) return valueOf(field, one) === valueOf(field, other)
  if (isGroup(field) || (!Array.isArray(one) && !Array.isArray(other) && isContent(one))) {
    return isSamePart(field.flattenedFields ?? [], partOf(one), partOf(other))
  }
  const [rows, others] = [rowsOf(one), rowsOf(other)]
  return (
    rows.map(keyOf).join() === others.map(keyOf).join() &&
    rows.every((row, index) => isSamePart(fieldsOf(field, row), row, others[index] ?? {}))
  )
}

const isSamePart = (fields: readonly ContentField[], one: Content, other: Content): boolean =>
  fields
    .filter(({ name, type }) => !untold.has(type) && name !== 'id')
    .every((field) => isSame({ field, one: one[field.name], other: other[field.name] }))
