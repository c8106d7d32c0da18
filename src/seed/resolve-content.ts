import type { Locale } from '../localization.ts'
import { isInBoth } from './bilingual.ts'
import { isReference, type Reference } from './reference.ts'

export type Content = Record<string, unknown>

/** The content of one language: each bilingual value as that language has it, each reference as an id. */
export const resolveContent = ({
  content,
  idOf,
  locale,
}: {
  content: Content
  idOf: (reference: Reference) => string
  locale: Locale
}): Content => {
  const resolve = (value: unknown): unknown => {
    if (isInBoth(value)) return resolve(value[locale])
    if (isReference(value)) return idOf(value)
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    return resolveAll(value)
  }
  const resolveAll = (record: object): Content =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, resolve(value)]))
  return resolveAll(content)
}
