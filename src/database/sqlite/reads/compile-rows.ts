import { Column, is, SQL } from '@payloadcms/db-sqlite/drizzle'

/** One thing that a statement of drizzle's relational queries selects. */
export type Selected = {
  field: unknown
  isJson: boolean
  selection: Selected[]
  tsKey: string
}

export type Row = Record<string, unknown>
export type ReadRow = (values: ArrayLike<unknown>) => Row

/**
 * Makes of what a statement selects a function that turns one row of values into an object, as drizzle does it at each
 * row anew. Nothing is made of a selection that holds one row instead of several, or bytes.
 */
export const compileRow = (selection: Selected[]): ReadRow | undefined => {
  const parts: Part[] = []
  for (const { field, isJson, selection: inner, tsKey } of selection) {
    const read = isJson ? rowsWithin(inner) : decoderOf(field)
    if (!read) return undefined
    parts.push({ key: tsKey, read })
  }
  return (values) => {
    const row: Row = {}
    let index = 0
    for (const { key, read } of parts) {
      const value = values[index++]
      row[key] = value === null || read === asItIs ? value : read(value)
    }
    return row
  }
}

type Read = (value: unknown) => unknown
type Part = { key: string; read: Read }

const asItIs: Read = (value) => value

const rowsWithin = (selection: Selected[]): Read | undefined => {
  const read = compileRow(selection)
  return (
    read &&
    ((value) => {
      const rows = (typeof value === 'string' ? JSON.parse(value) : value) as unknown[][]
      return rows.map(read)
    })
  )
}

const decoderOf = (field: unknown): Read | undefined => {
  if (is(field, Column)) {
    if (field.columnType.includes('Blob')) return undefined
    return field.mapFromDriverValue === Column.prototype.mapFromDriverValue
      ? asItIs
      : (value) => field.mapFromDriverValue(value)
  }
  // What is computed, like the documents of a join, comes as it is.
  return is(field, SQL.Aliased) ? asItIs : undefined
}
