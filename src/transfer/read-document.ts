import { randomBytes } from 'node:crypto'

import type { FlattenedField } from 'payload'

import { paragraphs } from './paragraphs.ts'
import { type Content, isRecord } from './records.ts'

/** A relation as a line gives it: by id, by the slug or by the key of another line. */
export type Reference = {
  given: { key: string } | { slug: string } | string
  path: string
  /** Puts the id in its place. */
  put: (id: string) => void
  relationTo: string
}

export type ReadDocument = {
  content: Content
  /** What is wrong with it, each with its path. */
  faults: string[]
  /** The languages it has text in, or a status. */
  languages: Set<string>
  references: Reference[]
}

type Walk = ReadDocument & { locales: readonly string[] }

/** What Payload and the plugins keep by themselves. */
const kept = new Set(['createdAt', 'deletedAt', 'id', 'lastSaved', 'localeStates', 'updatedAt'])

/**
 * Reads a document that comes from elsewhere: each name must be a field, localized values are given per language, rows of
 * lists get ids, and text in place of rich text becomes paragraphs. Whether it is complete is asked later.
 */
export const readDocument = ({
  doc,
  fields,
  locales,
}: {
  doc: Content
  fields: readonly FlattenedField[]
  locales: readonly string[]
}): ReadDocument => {
  const walk: Walk = { content: {}, faults: [], languages: new Set(), locales, references: [] }
  walk.content = readPart({ fields, isLocalized: false, part: doc, path: '', walk })
  return walk
}

type Place = { isLocalized: boolean; path: string; walk: Walk }

const readPart = ({
  fields,
  isLocalized,
  part,
  path,
  walk,
}: Place & { fields: readonly FlattenedField[]; part: Content }): Content => {
  const result: Content = {}
  for (const [name, value] of Object.entries(part)) {
    const field = fields.find((each) => each.name === name)
    const here = path ? `${path}.${name}` : name
    if (!field || !mayBeGiven(field, path)) {
      walk.faults.push(`${here}: there is no such field`)
    } else if (field.localized && !isLocalized) {
      result[name] = readLanguages({ field, isLocalized: true, path: here, value, walk })
    } else {
      const put = (read: unknown) => (result[name] = read)
      put(readValue({ field, isLocalized, path: here, put, value, walk }))
    }
  }
  return result
}

const mayBeGiven = (field: FlattenedField, path: string): boolean =>
  field.type !== 'join' &&
  !('virtual' in field && field.virtual) &&
  !(path === '' && kept.has(field.name))

type Languages = Place & { field: FlattenedField; value: unknown }

type Value = Languages & {
  /** Puts a value in the place of this one. */
  put: (value: unknown) => void
}

const readLanguages = ({ value, ...place }: Languages): unknown => {
  const { path, walk } = place
  if (value === null) return undefined
  if (!isRecord(value)) {
    walk.faults.push(`${path}: give each language, as { ${walk.locales.join(': …, ')}: … }`)
    return null
  }
  const unknown = Object.keys(value).filter((code) => !walk.locales.includes(code))
  for (const code of unknown)
    walk.faults.push(`${path}.${code}: the languages are ${walk.locales.join(', ')}`)
  const result: Content = {}
  for (const [code, text] of Object.entries(value)) {
    if (unknown.includes(code) || text === null) continue
    walk.languages.add(code)
    const put = (read: unknown) => (result[code] = read)
    put(readValue({ ...place, path: `${path}.${code}`, put, value: text }))
  }
  return result
}

const readValue = (given: Value): unknown => {
  const { field, path, value, walk } = given
  if (value === null || value === undefined) return value
  const fault = (text: string): null => {
    walk.faults.push(`${path}: ${text}`)
    return null
  }
  switch (field.type) {
    case 'array':
      if (Array.isArray(value) && value.every(isRecord))
        return value.map((row, index) =>
          readRow({ ...given, index, row, rowFields: field.flattenedFields }),
        )
      return fault('give a list of rows, as [{ … }, …]')
    case 'checkbox':
      return typeof value === 'boolean' ? value : fault('give true or false')
    case 'date':
      if (typeof value === 'string' && !Number.isNaN(Date.parse(value)))
        return new Date(value).toISOString()
      return fault('give a date, as "2026-03-01"')
    case 'group':
    case 'tab':
      if (isRecord(value)) return readPart({ ...given, fields: field.flattenedFields, part: value })
      return fault('give an object, as { … }')
    case 'number':
      return typeof value === 'number' ? value : fault('give a number')
    case 'relationship':
    case 'upload':
      return readRelations({ ...given, field })
    case 'richText':
      return typeof value === 'string' ? paragraphs(value) : value
    case 'radio':
    case 'select': {
      const known = field.options.map((each) => (typeof each === 'string' ? each : each.value))
      const values: unknown[] = Array.isArray(value) ? value : [value]
      const wrong = values.find((each) => !known.includes(String(each)))
      return wrong === undefined
        ? value
        : fault(`${JSON.stringify(wrong)} is none of ${known.slice(0, 20).join(', ')}`)
    }
    case 'email':
    case 'text':
    case 'textarea': {
      const values: unknown[] =
        'hasMany' in field && field.hasMany && Array.isArray(value) ? value : [value]
      return values.every((each) => typeof each === 'string') ? value : fault('give text')
    }
    case 'blocks':
    case 'code':
    case 'join':
    case 'json':
    case 'point':
      return value
  }
}

const readRow = ({
  index,
  path,
  row,
  rowFields,
  ...place
}: Place & { index: number; row: Content; rowFields: readonly FlattenedField[] }): Content => {
  const result = readPart({ ...place, fields: rowFields, part: row, path: `${path}.${index}` })
  // By its id a row is known again in the other language.
  result.id = randomBytes(12).toString('hex')
  return result
}

const readRelations = ({
  field,
  path,
  put: putValue,
  value,
  walk,
}: Value & { field: Extract<FlattenedField, { type: 'relationship' | 'upload' }> }): unknown => {
  const { relationTo } = field
  const fault = (at: string, text: string): null => {
    walk.faults.push(`${at}: ${text}`)
    return null
  }
  const readOne = (given: unknown, at: string, put: (id: unknown) => void): void => {
    const isSeveral = Array.isArray(relationTo)
    const target = isSeveral && isRecord(given) ? given.relationTo : relationTo
    const named = isSeveral && isRecord(given) ? given.value : given
    if (typeof target !== 'string' || (isSeveral && !relationTo.includes(target as 'topics'))) {
      fault(at, `give { "relationTo": …, "value": … } with one of ${String(relationTo)}`)
      return
    }
    const reference = referenceOf(named)
    if (!reference) {
      fault(at, 'give an id, { "slug": … } or { "key": … }')
      return
    }
    walk.references.push({
      given: reference,
      path: at,
      put: (id) => put(isSeveral ? { relationTo: target, value: id } : id),
      relationTo: target,
    })
  }
  if (!field.hasMany) {
    readOne(value, path, putValue)
    return null
  }
  if (!Array.isArray(value)) return fault(path, 'give a list')
  const ids: unknown[] = []
  value.forEach((each: unknown, index) =>
    readOne(each, `${path}.${index}`, (id) => (ids[index] = id)),
  )
  return ids
}

const referenceOf = (value: unknown): Reference['given'] | undefined => {
  if (typeof value === 'string' && value) return value
  if (!isRecord(value) || Object.keys(value).length !== 1) return undefined
  if (typeof value.slug === 'string') return { slug: value.slug }
  return typeof value.key === 'string' ? { key: value.key } : undefined
}
