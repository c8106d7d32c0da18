import type { FlattenedField, PayloadRequest, Where } from 'payload'
import { APIError } from 'payload'

import { localizedPath } from './localized-path.ts'
import type { Reading } from './reading.ts'

type Filtering = {
  fields: readonly FlattenedField[]
  /** Whether only published languages count. */
  isPublishedOnly: boolean
  reading: Reading
  req: PayloadRequest
}

/**
 * A filter that compares what is shown in the end: the text of the first language that has any. The database is asked
 * about each language by itself, in the order in which one stands in for the other.
 *
 * @throws APIError 400 when it compares a text of which no database could tell whether it is shown
 */
export const whereWithFallback = (
  where: undefined | Where,
  filtering: Filtering,
): undefined | Where => {
  if (!where) return where
  const conditions = Object.entries(where).flatMap(([path, condition]): Where[] => {
    if (['and', 'or'].includes(path.toLowerCase())) {
      if (!Array.isArray(condition)) return [{ [path]: condition }]
      return [{ [path]: condition.map((part) => whereWithFallback(part, filtering) ?? {}) }]
    }
    const { fields, req } = filtering
    const found = localizedPath({ fields, path, req })
    if (found.kind === 'unfit') throw unfitFor(path, found.reason)
    if (found.kind === 'plain' || Array.isArray(condition)) return [{ [path]: condition }]
    return Object.entries(condition).map(([operator, value]) =>
      comparison({ ...filtering, field: found.field, operator, pathIn: found.pathIn, value }),
    )
  })
  if (conditions.length === 0) return where
  return conditions.length === 1 ? conditions[0] : { and: conditions }
}

/** @throws APIError 400 when something is sorted by what differs by language: no database sorts what is shown */
export const refuseSortWithFallback = ({
  fields,
  paths,
  req,
}: Pick<Filtering, 'fields' | 'req'> & { paths: readonly string[] }): void => {
  for (const path of paths) {
    if (localizedPath({ fields, path, req }).kind !== 'plain') {
      const reason = 'it differs by language; sort by something else, or ask without a fallback'
      throw refusal(`Cannot sort by “${path}” with a fallback: ${reason}.`, path)
    }
  }
}

type Comparison = Filtering & {
  field: FlattenedField
  operator: string
  pathIn: (locale?: string) => string
  value: unknown
}

const comparison = ({
  field,
  isPublishedOnly,
  operator,
  pathIn,
  reading: { asked, fallbacks },
  value,
}: Comparison): Where => {
  // Without its name a language is the one that is asked for, which SQLite then joins once for all conditions.
  const path = (locale: string) => (locale === asked ? pathIn() : pathIn(locale))
  const holds = (locale: string): Where => ({ [path(locale)]: { [operator]: value } })
  const status = (locale: string) => (locale === asked ? '_status' : `_status.${locale}`)
  const isPublished = (locale: string): Where[] =>
    isPublishedOnly ? [{ [status(locale)]: { equals: 'published' } }] : []
  const isHidden = (locale: string): Where[] =>
    isPublishedOnly ? [{ [status(locale)]: { not_equals: 'published' } }] : []
  const isText = field.type === 'text' || field.type === 'textarea'
  const isBlank = (locale: string): Where[] => [
    { [path(locale)]: { exists: false } },
    ...(isText ? [{ [path(locale)]: { equals: '' } }] : []),
  ]
  const isFilled = (locale: string): Where[] => [
    { [path(locale)]: { exists: true } },
    ...(isText ? [{ [path(locale)]: { not_equals: '' } }] : []),
  ]
  const chain = [asked, ...fallbacks]

  /** Where an empty text does not fit, the fitting one is not empty. */
  const positive = (at: number): Where => {
    const locale = chain[at] ?? asked
    const own: Where = { and: [...isPublished(locale), holds(locale)] }
    if (at === chain.length - 1) return own
    const next: Where = {
      and: [{ or: [...isHidden(locale), ...isBlank(locale)] }, positive(at + 1)],
    }
    return { or: [own, next] }
  }

  /** Where nobody has written anything, the empty text of the document's own language is compared. */
  const negative = (at: number, own: string | undefined): Where[] => {
    const locale = chain[at]
    if (locale === undefined) return own === undefined ? [] : [holds(own)]
    const filled: Where = { and: [...isPublished(locale), ...isFilled(locale), holds(locale)] }
    const orBlank = negative(at + 1, own ?? locale).map((rest): Where => ({
      and: [...isPublished(locale), { or: isBlank(locale) }, rest],
    }))
    const orHidden = isPublishedOnly
      ? negative(at + 1, own).map((rest): Where => ({ and: [...isHidden(locale), rest] }))
      : []
    return [{ or: [filled, ...orBlank, ...orHidden] }]
  }

  return fitsEmpty(operator, value) ? { and: negative(0, undefined) } : positive(0)
}

/** Whether a field in which there is nothing can fit. */
const fitsEmpty = (operator: string, value: unknown): boolean => {
  if (operator === 'exists') return value === false || value === 'false'
  if (operator === 'equals') return value === null || value === 'null' || value === ''
  if (operator === 'in') return [value].flat().some((each) => each === null || each === '')
  return operator.startsWith('not_')
}

const unfitFor = (path: string, reason: string): APIError =>
  refusal(`Cannot filter by “${path}” with a fallback: ${reason}; ask without a fallback.`, path)

const refusal = (message: string, field: string): APIError =>
  new APIError(message, 400, { code: 'QUERY_NOT_ALLOWED', field }, true)
