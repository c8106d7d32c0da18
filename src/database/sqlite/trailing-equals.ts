import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { Column, eq, getTableColumns, is, sql } from '@payloadcms/db-sqlite/drizzle'

type Operators = SQLiteAdapter['operators']

/**
 * Equality that never leads a query where many documents share the value: the status of a language, and one of the several
 * values of a field. SQLite would find all documents by it and sort them for a list of ten, since it does not reckon with
 * the reading ending at the tenth. `IS` finds the same rows, and keeps the document first: unlike `=`, it could be true
 * of a row that is missing.
 */
export const trailingEquals: Pick<Operators, 'equals'> = {
  equals: (column, value) =>
    is(column, Column) && isShared(column)
      ? sql`${column} is ${sql.param(value, column)}`
      : eq(column, value),
}

const isShared = (column: Column): boolean => {
  if (column.name === '_status') return true
  const columns = getTableColumns(column.table)
  return column.name === 'value' && 'parent' in columns && 'order' in columns
}
