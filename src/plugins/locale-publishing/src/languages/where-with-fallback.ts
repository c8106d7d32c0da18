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
  if (!where) return undefined
  const rewritten = rewrite(where, filtering)
  if (mentions(rewritten, filtering) > mostMentions) {
    const message =
      'These are too many comparisons with a fallback: compare less, or ask without one.'
    throw refusal(message, 'where')
  }
  return rewritten
}

/** Of a language other than the one asked for. SQLite joins 64 tables, and fails on more. */
const mostMentions = 40

const mentions = (where: Where, filtering: Filtering): number =>
  Object.entries(where).reduce((sum, [path, condition]) => {
    if (Array.isArray(condition))
      return condition.reduce((all, part) => all + mentions(part, filtering), sum)
    return (
      sum +
      (path.split('.').some((segment) => filtering.reading.fallbacks.includes(segment)) ? 1 : 0)
    )
  }, 0)

const rewrite = (where: Where, filtering: Filtering): Where => {
  const conditions = Object.entries(where).flatMap(([path, condition]): Where[] => {
    if (['and', 'or'].includes(path.toLowerCase())) {
      if (!Array.isArray(condition)) return [{ [path]: condition }]
      return [{ [path]: condition.map((part) => rewrite(part, filtering)) }]
    }
    const { fields, req } = filtering
    const found = localizedPath({ fields, path, req })
    if (found.kind === 'unfit') throw unfitFor(path, found.reason)
    if (found.kind === 'plain' || Array.isArray(condition)) return [{ [path]: condition }]
    return Object.entries(condition).map(([operator, value]) =>
      comparison({ ...filtering, field: found.field, operator, pathIn: found.pathIn, value }),
    )
  })
  const [first, ...others] = conditions
  if (!first) return where
  return others.length === 0 ? first : { and: conditions }
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

/**
 * Asks about each language by itself. SQLite joins a table for each time that a language is named, so each way of asking
 * names the languages as few times as it can.
 */
const comparison = ({
  field,
  isPublishedOnly,
  operator,
  pathIn,
  reading: { asked, fallbacks },
  value,
}: Comparison): Where => {
  // Unnamed it is the language asked for, which is joined once for all conditions.
  const path = (locale: string) => (locale === asked ? pathIn() : pathIn(locale))
  const status = (locale: string) => (locale === asked ? '_status' : `_status.${locale}`)
  const isText = field.type === 'text' || field.type === 'textarea'
  const isPublished = (locale: string): Where[] =>
    isPublishedOnly ? [{ [status(locale)]: { equals: 'published' } }] : []
  const isHidden = (locale: string): Where[] =>
    isPublishedOnly ? [{ [status(locale)]: { not_equals: 'published' } }] : []
  const isBlank = (locale: string): Where[] => [
    { [path(locale)]: { exists: false } },
    ...(isText ? [{ [path(locale)]: { equals: '' } }] : []),
  ]
  const isFilled = (locale: string): Where[] => [
    { [path(locale)]: { exists: true } },
    ...(isText ? [{ [path(locale)]: { not_equals: '' } }] : []),
  ]
  const fits = (locale: string): Where => ({ [path(locale)]: { [operator]: value } })
  const chain = [asked, ...fallbacks]

  if (!fitsEmpty(operator, value)) {
    // One text fits, and each before it is hidden or empty.
    const from = (at: number): Where => {
      const locale = chain[at] ?? asked
      const own: Where = { and: [...isPublished(locale), fits(locale)] }
      if (at === chain.length - 1) return own
      return {
        or: [own, { and: [{ or: [...isHidden(locale), ...isBlank(locale)] }, from(at + 1)] }],
      }
    }
    return from(0)
  }
  // No text that is shown does not fit: another one is shown before it, it is hidden, or it fits.
  return {
    and: chain.map((locale, at): Where => {
      const before = chain
        .slice(0, at)
        .map((each): Where => ({ and: [...isPublished(each), ...isFilled(each)] }))
      const fitting = isDenial(operator) ? [fits(locale)] : isBlank(locale)
      return { or: [...before, ...isHidden(locale), ...fitting] }
    }),
  }
}

/** Whether a field in which there is nothing fits. */
const fitsEmpty = (operator: string, value: unknown): boolean => {
  if (operator === 'exists') return value === false || value === 'false'
  return isDenial(operator) ? !isNothing(value) : operator === 'equals' && isNothing(value)
}

const isDenial = (operator: string): boolean => operator.startsWith('not_')

const isNothing = (value: unknown): boolean => value === null || value === 'null' || value === ''

const unfitFor = (path: string, reason: string): APIError =>
  refusal(`Cannot filter by “${path}” with a fallback: ${reason}; ask without a fallback.`, path)

const refusal = (message: string, field: string): APIError =>
  new APIError(message, 400, { code: 'QUERY_NOT_ALLOWED', field }, true)
