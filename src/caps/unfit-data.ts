import type { FlattenedField } from 'payload'

export type Unfit = { path: string; problem: string }

/**
 * The first value that is not of the kind its field keeps, such as an object for a text, on which validation, hooks and
 * databases could only fail. What is not there, `null` for a value, and names without a field are left to them.
 */
export const unfitData = ({
  data,
  fields,
  idShape,
  isInAllLanguages,
  path = '',
}: {
  data: unknown
  fields: FlattenedField[]
  /** Of the ids that the database makes. */
  idShape: RegExp
  /** Localized values come as objects of languages, which are not looked into. */
  isInAllLanguages: boolean
  path?: string
}): undefined | Unfit => {
  const record = data as Record<string, unknown>
  for (const field of fields) {
    const value = Object.hasOwn(record, field.name) ? record[field.name] : undefined
    const isWhole = field.type === 'group' || field.type === 'tab'
    if (value === undefined || (value === null && !isWhole)) continue
    if (isInAllLanguages && field.localized) continue
    const unfit = unfitValue({
      field,
      idShape,
      isInAllLanguages,
      path: `${path}${field.name}`,
      value,
    })
    if (unfit) return unfit
  }
  return undefined
}

type Given = {
  field: FlattenedField
  idShape: RegExp
  isInAllLanguages: boolean
  path: string
  value: unknown
}

const unfitValue = (given: Given): undefined | Unfit => {
  const { field, path, value } = given
  const isMany = 'hasMany' in field && field.hasMany === true
  switch (field.type) {
    case 'array':
    case 'blocks':
      return unfitRows(given)
    case 'group':
    case 'tab':
      if (!isRecord(value)) return { path, problem: 'an object is kept here' }
      return unfitData({ ...given, data: value, fields: field.flattenedFields, path: `${path}.` })
    case 'relationship':
    case 'upload': {
      const isId =
        typeof field.relationTo === 'string' ? isReference(given) : isNamedReference(given)
      return unlessAll({ isFit: isId, isMany, path, problem: 'ids are kept here', value })
    }
    case 'richText':
      return isRichText(value) ? undefined : { path, problem: 'rich text has a root with children' }
    case 'join':
    case 'json':
    case 'point':
      return undefined
    case 'date':
      return isDate(value) ? undefined : { path, problem: `a date is kept here, such as ${aDate}` }
    case 'number':
      return unlessAll({ isFit: isNumber, isMany, path, problem: 'a number is kept here', value })
    case 'checkbox':
    case 'code':
    case 'email':
    case 'radio':
    case 'select':
    case 'text':
    case 'textarea':
      return unlessAll({
        isFit: isPlain,
        isMany,
        path,
        problem: 'plain values are kept here',
        value,
      })
  }
}

const unlessAll = ({
  isFit,
  isMany,
  path,
  problem,
  value,
}: {
  isFit: (value: unknown) => boolean
  isMany: boolean
  path: string
  problem: string
  value: unknown
}): undefined | Unfit => {
  const values = isMany && Array.isArray(value) ? (value as unknown[]) : [value]
  return values.every((each) => each === null || isFit(each)) ? undefined : { path, problem }
}

/** The admin UI sends the number of rows where there are none. */
const unfitRows = ({ field, idShape, isInAllLanguages, path, value }: Given): undefined | Unfit => {
  if (value === 0 || value === '') return undefined
  if (!Array.isArray(value)) return { path, problem: 'a list is kept here' }
  for (const [index, row] of (value as unknown[]).entries()) {
    const place = `${path}.${index}`
    if (!isRecord(row)) return { path: place, problem: 'a row is an object' }
    const { blockType } = row
    const blocks = field.type === 'blocks' ? field.blocks : undefined
    const block = blocks?.find(({ slug }) => slug === blockType)
    if (blocks && !block) return { path: `${place}.blockType`, problem: 'there is no such block' }
    const fields =
      block?.flattenedFields ?? ('flattenedFields' in field ? field.flattenedFields : [])
    const unfit = unfitData({ data: row, fields, idShape, isInAllLanguages, path: `${place}.` })
    if (unfit) return unfit
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const aDate = '2024-03-08T12:00:00.000Z'

/** A draft is not validated, and a date that is none could be saved, and never be read again. */
const isDate = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number' || value instanceof Date) &&
  !Number.isNaN(new Date(value).getTime())

/** Forms send numbers as texts, and an empty text for none. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && Number.isFinite(Number(value)))

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value instanceof Date

/** A document that was read can be sent back as it came. */
const isReference =
  ({ idShape }: Given) =>
  (value: unknown): boolean => {
    const id = isRecord(value) ? value.id : value
    return id === '' || (['number', 'string'].includes(typeof id) && idShape.test(String(id)))
  }

const isNamedReference =
  (given: Given) =>
  (value: unknown): boolean =>
    isRecord(value) &&
    typeof value.relationTo === 'string' &&
    (value.value === undefined || value.value === null || isReference(given)(value.value))

/** What every converter and validator of Lexical takes for granted. */
const isRichText = (value: unknown): boolean => {
  if (!isRecord(value) || !isRecord(value.root)) return false
  let level: unknown[] = [value.root]
  while (level.length > 0) {
    const isFit = level.every(
      (node) =>
        isRecord(node) &&
        typeof node.type === 'string' &&
        (node.children === undefined || Array.isArray(node.children)),
    )
    if (!isFit) return false
    level = level.flatMap((node) => (node as { children?: unknown[] }).children ?? [])
  }
  return Array.isArray(value.root.children)
}
