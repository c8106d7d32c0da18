import { createHash } from 'node:crypto'

import type { ChangesOptions } from '../options.ts'

/** What is needed of a field here; Payload's flattened fields have this shape. */
export type ViewedField = {
  blocks?: readonly (string | { flattenedFields: readonly ViewedField[]; slug: string })[]
  flattenedFields?: readonly ViewedField[]
  hidden?: boolean
  localized?: boolean
  name: string
  type: string
  virtual?: unknown
}

type Content = Record<string, unknown>

/** What readers see of one language of a document. */
export type PublicView = { hash: string; slug: null | string }

type Asked = {
  /** As it is stored, with all its languages; nothing once it is gone. */
  doc: Content | null | undefined
  fields: readonly ViewedField[]
  /** Whether the collection has a status of its own; else it is public where something is written. */
  hasStatus: boolean
  locale: string
  options: Pick<ChangesOptions, 'ignoredFields' | 'isShownRow'>
}

/** What readers see of a document in a language; undefined when that is nothing. */
export const publicView = ({
  doc,
  fields,
  hasStatus,
  locale,
  options,
}: Asked): PublicView | undefined => {
  if (!doc || doc.deletedAt) return undefined
  if (hasStatus && statusIn(doc, locale) !== 'published') return undefined
  const walk: Walk = { isShownRow: options.isShownRow, isWritten: false, locale }
  const shown = fields.filter(({ name }) => !options.ignoredFields.includes(name))
  const content = seen({ fields: shown, part: doc, walk })
  if (!hasStatus && !walk.isWritten) return undefined
  const slug = content?.slug
  return { hash: hashOf(content), slug: typeof slug === 'string' ? slug : null }
}

const statusIn = ({ _status: status }: Content, locale: string): unknown =>
  isContent(status) ? status[locale] : status

type Walk = {
  isShownRow: ChangesOptions['isShownRow']
  /** Set when something is written in this language, in place of for all of them. */
  isWritten: boolean
  locale: string
}

/** A part of a document in one language, without what is empty: a field that was saved without text is one never written. */
const seen = ({
  fields,
  part,
  walk,
}: {
  fields: readonly ViewedField[]
  part: Content
  walk: Walk
}): Content | undefined => {
  const result: Content = {}
  for (const field of fields) {
    if (field.hidden || field.virtual || field.type === 'join') continue
    const stored = part[field.name]
    const value = field.localized ? (isContent(stored) ? stored[walk.locale] : undefined) : stored
    const shown = seenValue({ field, value, walk })
    if (isEmpty(shown)) continue
    if (field.localized) walk.isWritten = true
    result[field.name] = shown
  }
  return Object.keys(result).length > 0 ? result : undefined
}

const seenValue = ({
  field,
  value,
  walk,
}: {
  field: ViewedField
  value: unknown
  walk: Walk
}): unknown => {
  if (Array.isArray(value) && (field.type === 'array' || field.type === 'blocks')) {
    return value
      .filter((row): row is Content => isContent(row) && walk.isShownRow(row))
      .map((row) => ({
        ...seen({ fields: fieldsOfRow(field, row), part: row, walk }),
        blockType: row.blockType,
        id: row.id,
      }))
  }
  if (isContent(value) && field.flattenedFields)
    return seen({ fields: field.flattenedFields, part: value, walk })
  return value
}

const fieldsOfRow = (field: ViewedField, { blockType }: Content): readonly ViewedField[] => {
  if (field.type !== 'blocks') return field.flattenedFields ?? []
  for (const block of field.blocks ?? [])
    if (typeof block !== 'string' && block.slug === blockType) return block.flattenedFields
  return []
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)

/** The same content has the same hash, in whatever order its keys were stored. */
const hashOf = (content: unknown): string =>
  createHash('sha256')
    .update(
      JSON.stringify(content ?? null, (_, part: unknown) =>
        isContent(part)
          ? Object.fromEntries(
              Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)),
            )
          : part,
      ),
    )
    .digest('base64url')
