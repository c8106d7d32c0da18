import type { FlattenedField } from 'payload'

/** What of a field decides how it can be compared. */
export type Comparable = Pick<FlattenedField, 'type'> & {
  hasMany?: boolean | undefined
  /** The id of a document, as the database makes them. */
  idShape?: RegExp | undefined
  /** The only ones. @default those of the type */
  operators?: string[] | undefined
  /** Why nothing at all can be compared with it. */
  reason?: string | undefined
  /** Left out for the `value` of a reference to one of several collections. */
  relationTo?: string | readonly string[] | undefined
}

/**
 * Says why a comparison cannot be made, or nothing when it can: an operator that the type of the field does not have,
 * or a value that is none of that type. Both databases fail on these, each on others, so what is allowed is what both
 * answer. `all` is not: SQLite does not have it.
 */
export const comparisonProblem = ({
  field,
  operator,
  value,
}: {
  /** Undefined when the path names none that is known here. */
  field: Comparable | undefined
  operator: string
  value: unknown
}): string | undefined => {
  if (field?.reason) return field.reason
  const operators = operatorsOf(field)
  if (!operators.includes(operator)) {
    return `“${operator}” does not suit this field; use one of ${operators.join(', ')}`
  }
  if (partial.includes(operator) && isEndless(String(value))) {
    return `search for ${longestSearch} characters and ${mostWords} words at most`
  }
  if (field && Array.isArray(field.relationTo)) {
    return operator === 'equals' && isReference(value, field.relationTo)
      ? undefined
      : 'it refers to one of several collections; add “.value” or “.relationTo” to its name'
  }
  if (operator === 'exists') {
    return fits({ type: 'checkbox' }, value) ? undefined : '“exists” is true or false'
  }
  if (lists.includes(operator)) return listProblem(field, value)
  if (Array.isArray(value)) {
    const isSeveral = operator === 'contains' && field?.hasMany === true && value.length > 0
    if (!isSeveral) return `“${operator}” takes one value`
    return value.every((each) => fits(field, each)) ? undefined : unfit(field)
  }
  const isNothing = equality.includes(operator) && (value === null || value === 'null')
  if (isNothing && isPart(field)) return 'compare with an id, or use “exists”'
  // An emptied input of the admin UI; both databases compare with 0.
  const isEmptied = field?.type === 'number' && value === ''
  const isFit = isEmptied || (isNothing && value === null) || fits(field, value)
  return isFit ? undefined : unfit(field)
}

const equality = ['equals', 'not_equals']
const lists = ['in', 'not_in']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
/** MongoDB makes a regular expression of each word, and SQLite a condition; SQLite fails on long patterns. */
const longestSearch = 200
const mostWords = 100
const partial = ['contains', 'like', 'not_like']
const isEndless = (text: string): boolean =>
  text.length > longestSearch || text.split(/\s+/).length > mostWords

const everyField = [...equality, 'exists']
const ofReferences = [...everyField, ...lists]
const anyText = [...ofReferences, ...order, ...partial]

const byType: Partial<Record<FlattenedField['type'], string[]>> = {
  checkbox: ofReferences,
  date: [...ofReferences, ...order],
  json: [...everyField, ...partial],
  number: [...ofReferences, ...order],
  relationship: ofReferences,
  richText: [...everyField, ...partial],
  upload: ofReferences,
}

const operatorsOf = (field: Comparable | undefined): string[] => {
  const operators = field?.operators ?? (field && byType[field.type]) ?? anyText
  return field?.hasMany && !operators.includes('contains') ? [...operators, 'contains'] : operators
}

const isRelation = (field: Comparable | undefined): boolean =>
  field?.type === 'relationship' || field?.type === 'upload'

/** The `value` of a reference to one of several collections. */
const isPart = (field: Comparable | undefined): boolean => isRelation(field) && !field?.relationTo

const listProblem = (field: Comparable | undefined, value: unknown): string | undefined => {
  const isOfIds = isRelation(field) || field?.idShape
  if (isOfIds && (value === null || value === 'null')) return 'give a list of ids'
  // SQLite does not part a text by its commas here.
  if (isPart(field) && !Array.isArray(value)) return 'give a list of ids, one “[]” each'
  const values: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value]
  const isId = (id: unknown): boolean => field?.idShape?.test(String(id).trim()) ?? true
  return values.every((each) => each === null || (fits(field, each) && isId(each)))
    ? undefined
    : unfit(field)
}

/** Whether a value is one of the field's type, or a text that says one. */
const fits = (field: Comparable | undefined, value: unknown): boolean => {
  const text = typeof value === 'string' ? value.trim() : value
  const type = field?.type
  if (type === 'checkbox') return typeof text === 'boolean' || /^(true|false)$/i.test(String(text))
  if (type === 'date') return text instanceof Date || isDate(text)
  if (type === 'number') return isScalar(text) && text !== '' && Number.isFinite(Number(text))
  if (field?.idShape && String(text).includes(',')) return false
  return isScalar(text) || typeof text === 'boolean' || text instanceof Date
}

/** Payload reads an empty one and `null` as none. */
const isDate = (value: unknown): boolean =>
  isScalar(value) &&
  (value === '' || value === 'null' || !Number.isNaN(new Date(value as string).getTime()))

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

const isReference = (value: unknown, collections: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'relationTo' in value &&
  'value' in value &&
  collections.includes(String(value.relationTo)) &&
  isScalar(value.value)

const unfit = (field: Comparable | undefined): string =>
  `compare with ${field?.idShape ? 'ids' : ((field && nouns[field.type]) ?? 'plain values')}`

const nouns: Partial<Record<FlattenedField['type'], string>> = {
  checkbox: 'true or false',
  date: 'a date such as 2024-05-31',
  number: 'a number',
}
