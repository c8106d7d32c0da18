import type { FlattenedField, FlattenedJoinField } from 'payload'

import type { Row } from './compile-rows.ts'

export type JoinQuery = false | Record<string, false | { count?: boolean; limit?: number }>

type Context = { joins: JoinQuery | undefined; locales: readonly string[] }

/** Puts one field of `table`, which is at `path` of its document, into `result`. */
type Step = (at: { path: string; references: References; result: Row; table: Row }) => void

/** The rows about a document's references, by the path of the field. */
type References = Map<unknown, Row[]>

type Place = Context & { prefix: string }

/**
 * Makes of a collection's fields a function that turns what drizzle read of a document into the document, as Payload's
 * adapter does it field by field at each document anew. Nothing is made of fields that this project does not have.
 */
export const compileDocument = (
  fields: FlattenedField[],
  context: Context,
): ((table: Row) => Row) | undefined => {
  const steps = stepsOf(fields, { ...context, prefix: '' })
  if (!steps) return undefined
  return (table) => {
    const references: References = new Map()
    for (const row of Array.isArray(table._rels) ? (table._rels as Row[]) : []) {
      const rows = references.get(row.path)
      if (rows) rows.push(row)
      else references.set(row.path, [row])
    }
    const result: Row = { id: table.id }
    for (const step of steps) step({ path: '', references, result, table })
    return result
  }
}

const stepsOf = (fields: FlattenedField[], place: Place): Step[] | undefined => {
  const steps: Step[] = []
  for (const field of fields) {
    if ('virtual' in field && field.virtual) continue
    const step = stepOf(field, place)
    if (!step) return undefined
    steps.push(step)
  }
  return steps
}

const stepOf = (field: FlattenedField, place: Place): Step | undefined => {
  const isMany = 'hasMany' in field && field.hasMany === true
  const isLocalized = 'localized' in field && field.localized === true
  const isReference = field.type === 'relationship' || field.type === 'upload'
  const isSpread =
    isMany || ['array', 'group', 'join', 'tab'].includes(field.type) || 'flattenedFields' in field
  if (isReference && (isMany || Array.isArray(field.relationTo)))
    return isLocalized ? undefined : referenceStep(field)
  if (field.type === 'join') return field.localized ? undefined : joinStep(field, place)
  if (isSpread && isLocalized) return undefined
  if (field.type === 'array') return field.dbName ? undefined : arrayStep(field, place)
  if (field.type === 'group' || field.type === 'tab') return groupStep(field, place)
  if (field.type === 'select' && isMany) return choicesStep(field, place)
  const convert = isMany ? undefined : conversions[field.type]
  return convert && valueStep({ convert, isLocalized, name: field.name, place })
}

type Convert = (value: unknown) => unknown

const asItIs: Convert = (value) => value

/** The kinds of values, each with what becomes of it. A kind that is not here is left to Payload. */
const conversions: Partial<Record<FlattenedField['type'], Convert>> = {
  checkbox: asItIs,
  date: (value) => (typeof value === 'string' ? new Date(value).toISOString() : value),
  email: asItIs,
  json: asItIs,
  number: (value) => (typeof value === 'string' ? Number.parseFloat(value) : value),
  relationship: asItIs,
  richText: asItIs,
  select: asItIs,
  text: asItIs,
  textarea: asItIs,
  upload: asItIs,
}

const valueStep = ({
  convert,
  isLocalized,
  name,
  place: { locales, prefix },
}: {
  convert: Convert
  isLocalized: boolean
  name: string
  place: Place
}): Step => {
  const column = `${prefix}${name}`
  const plain: Step = ({ result, table }) => {
    result[name] = convert(table[column])
  }
  if (!isLocalized) return plain
  return (at) => {
    const rows = at.table._locales
    if (!Array.isArray(rows)) return plain(at)
    if (rows.length === 0) for (const _locale of locales) rows.push({ _locale })
    const values: Row = {}
    for (const row of rows as Row[])
      values[String(row._locale)] = convert(column in row ? row[column] : at.table[column])
    at.result[name] = values
  }
}

const groupStep = (
  field: Extract<FlattenedField, { type: 'group' | 'tab' }>,
  place: Place,
): Step | undefined => {
  const prefix = `${place.prefix}${field.name}_`
  const steps = stepsOf(field.flattenedFields, { ...place, prefix })
  return (
    steps &&
    (({ path, references, result, table }) => {
      const group: Row = {}
      const inside = { path: `${path}${field.name}.`, references, result: group, table }
      for (const step of steps) step(inside)
      result[field.name] = group
    })
  )
}

/** The rows of an array become its items themselves, less the columns that only a table has. */
const arrayStep = (
  field: Extract<FlattenedField, { type: 'array' }>,
  place: Place,
): Step | undefined => {
  const steps = stepsOf(field.flattenedFields, { ...place, prefix: '' })
  const column = `${place.prefix}${field.name}`
  const spread = columnsInGroups(field.flattenedFields)
  return (
    steps &&
    (({ path, references, result, table }) => {
      const rows = table[column]
      if (!Array.isArray(rows)) return
      result[field.name] = (rows as Row[]).map((row, index) => {
        delete row._order
        const inside = { path: `${path}${field.name}.${index}.`, references, result: row }
        for (const step of steps) step({ ...inside, table: row })
        for (const name of spread) delete row[name]
        delete row._locales
        return row
      })
    })
  )
}

const columnsInGroups = (fields: FlattenedField[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    const own = prefix ? [`${prefix}${field.name}`] : []
    return field.type === 'group' || field.type === 'tab'
      ? [...own, ...columnsInGroups(field.flattenedFields, `${prefix}${field.name}_`)]
      : own
  })

const choicesStep = (field: FlattenedField, { prefix }: Place): Step => {
  const column = `${prefix}${field.name}`
  return ({ result, table }) => {
    const rows = table[column]
    if (Array.isArray(rows)) result[field.name] = (rows as Row[]).map(({ value }) => value)
  }
}

const referenceStep = (
  field: Extract<FlattenedField, { type: 'relationship' | 'upload' }>,
): Step => {
  const { hasMany, name, relationTo } = field
  const read = Array.isArray(relationTo)
    ? polymorphic
    : (row: Row) => row[`${relationTo}ID`] ?? undefined
  return ({ path, references, result }) => {
    const rows = references.get(`${path}${name}`)
    if (hasMany) result[name] = (rows ?? []).map(read).filter((value) => value !== undefined)
    else if (rows) result[name] = rows[0] && read(rows[0])
  }
}

const polymorphic = (row: Row): unknown => {
  const found = Object.entries(row).find(([key, value]) => value !== null && !ownColumns.has(key))
  return found && { relationTo: found[0].replace('ID', ''), value: found[1] }
}

const ownColumns = new Set(['id', 'locale', 'order', 'parent', 'path'])

const joinStep = (field: FlattenedJoinField, { joins, prefix }: Place): Step => {
  const column = `${prefix}${field.name}`
  const named = joins ? joins[`${prefix.replaceAll('_', '.')}${field.name}`] : undefined
  const asked = named === false ? undefined : named
  const limit = asked?.limit ?? field.defaultLimit ?? 10
  return ({ result, table }) => {
    const given = table[column]
    const rows = (typeof given === 'string' ? JSON.parse(given) : given) as unknown
    if (!Array.isArray(rows)) {
      result[field.name] = undefined
      return
    }
    const hasNextPage = limit !== 0 && rows.length > limit
    const shown = (hasNextPage ? rows.slice(0, limit) : rows) as Row[]
    const found: Row = {
      docs: shown.map(({ id, relationTo }) => (relationTo ? { relationTo, value: id } : { id })),
      hasNextPage,
    }
    const total = table[`${column}_count`]
    if (asked?.count && total !== undefined) found.totalDocs = Number(total) || 0
    result[field.name] = found
  }
}
