import type { State } from '@qiao/committed-writes'
import type { FlattenedField, Where } from 'payload'

/**
 * What a document has to hold to belong to a list: one of `values` in a field, in the language `locale` when it has one
 * and that is known. A list is limited by what has to hold in any case, so a document that does not meet one of these does
 * not belong to it, whatever else it is filtered by.
 */
export type Condition = { field: string; locale?: string; values: readonly string[] }

/** Of a filter, the conditions that a written document can be held against. */
export const conditionsOfWhere = ({
  fields,
  isLanguage,
  locale,
  where,
}: {
  fields: readonly FlattenedField[]
  isLanguage: (name: string) => boolean
  /** The language that is read. */
  locale: string | undefined
  where: undefined | Where
}): Condition[] =>
  Object.entries(where ?? {}).flatMap(([key, value]): Condition[] => {
    if (key.toLowerCase() === 'and') {
      const parts = Array.isArray(value) ? value : []
      return parts.flatMap((part) => conditionsOfWhere({ fields, isLanguage, locale, where: part }))
    }
    const [name = '', language = locale, ...rest] = key.split('.')
    const field = fields.find((each) => each.name === name)
    if (!field || rest.length > 0 || (key.includes('.') && !isLanguage(language ?? ''))) return []
    const values = wantedOf(value, field)
    if (!values) return []
    if (!isLocalized(field)) return [{ field: name, values }]
    return language && isLanguage(language) ? [{ field: name, locale: language, values }] : []
  })

/** Whether a document that was, or is, in this state may belong to a list. What is not known may be anything. */
export const mayBelong = (state: State, conditions: readonly Condition[]): boolean =>
  state !== null &&
  conditions.every(({ field, locale, values }) => {
    if (!(field in state)) return true
    const value = state[field]
    return mayHold(locale === undefined ? value : inLanguage(value, locale), values)
  })

/** The values, in one spelling, that `equals` or `in` asks for; nothing where they may mean what is spelled otherwise. */
const wantedOf = (condition: unknown, field: FlattenedField): string[] | undefined => {
  const { equals, in: any } = (condition ?? {}) as { equals?: unknown; in?: unknown }
  const wanted = equals === undefined ? any : [equals]
  const isPlain =
    field.type === 'select' ||
    field.type === 'text' ||
    field.type === 'number' ||
    ((field.type === 'relationship' || field.type === 'upload') &&
      typeof field.relationTo === 'string')
  if (!isPlain || !Array.isArray(wanted)) return undefined
  const values = wanted.map((value) => (field.type === 'number' ? numberIn(value) : textIn(value)))
  return values.every((value) => value !== undefined) ? values : undefined
}

const numberIn = (value: unknown): string | undefined => {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
  return isNumber && Number.isFinite(Number(value)) ? String(Number(value)) : undefined
}

/**
 * In small letters, as ids of MongoDB may be written in either: one that differs by that alone is taken for the same. Some
 * words stand for nothing at all.
 */
const textIn = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.toLowerCase() : ''
  return ['', 'null', 'undefined'].includes(text) ? undefined : text
}

const mayHold = (value: unknown, wanted: readonly string[]): boolean => {
  if (value === null) return false
  if (typeof value === 'string') return wanted.includes(value.toLowerCase())
  if (typeof value === 'number') return wanted.includes(String(value))
  return Array.isArray(value) ? value.some((each) => mayHold(each, wanted)) : true
}

/** Nothing in a language in which nothing is held; whatever is held without one is held in each. */
const inLanguage = (value: unknown, locale: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? ((value as Record<string, unknown>)[locale] ?? null)
    : value

const isLocalized = (field: FlattenedField): boolean =>
  'localized' in field && field.localized === true
