import { getTableColumns, getTableName, is, SQL, type Table } from '@payloadcms/db-sqlite/drizzle'

import type { Statement } from '../reads/statement-template.ts'

export type Row = Record<string, unknown>

/** Rows of a transaction that are not written yet, so that many of them go into one statement. */
export type HeldRows = {
  /** Holds rows, and answers them as they will be; undefined when they have to be written one by one. */
  hold: (table: Table, rows: readonly Row[]) => Row[] | undefined
  /** Those of the rows of a table that are still held. */
  of: (table: Table) => readonly Row[]
  /** Whether a version of this document was held and is written by now. */
  hasReleasedVersionOf: (parent: string) => boolean
  /** What writes the rows that are held; none is held any more. */
  release: () => Statement[]
}

/** SQLite takes 32,766 values in a statement, and is not faster with more than some hundred rows. */
const mostValues = 8000

export const holdRows = (): HeldRows => {
  const released = new Set<unknown>()
  let held = new Map<Table, Row[]>()
  return {
    hold: (table, rows) => {
      if (rows.some((row) => Object.values(row).some((value) => is(value, SQL)))) return undefined
      const { made } = shapeOf(table)
      const whole = rows.map((row) => {
        const result = { ...row }
        for (const [key, make] of made) result[key] ??= make()
        return result
      })
      const known = held.get(table)
      if (known) known.push(...whole)
      else held.set(table, whole)
      return whole
    },
    hasReleasedVersionOf: (parent) => released.has(parent),
    of: (table) => held.get(table) ?? [],
    release: () => {
      const tables = [...held]
      held = new Map()
      for (const [, rows] of tables)
        for (const row of rows) if ('latest' in row) released.add(row.parent)
      return tables.flatMap(([table, rows]) => statementsFor(table, rows))
    },
  }
}

type Shape = {
  columns: {
    hasDefault: boolean
    key: string
    name: string
    toDriver: (value: unknown) => unknown
  }[]
  /** What the database does not make by itself: ids. */
  made: [key: string, make: () => unknown][]
  name: string
}

const shapes = new WeakMap<Table, Shape>()

const shapeOf = (table: Table): Shape => {
  const known = shapes.get(table)
  if (known) return known
  const columns = Object.entries(getTableColumns(table))
  const shape: Shape = {
    columns: columns.map(([key, column]) => ({
      hasDefault: column.default !== undefined,
      key,
      name: column.name,
      toDriver: (value) => column.mapToDriverValue(value),
    })),
    made: columns.flatMap(([key, { defaultFn }]) => (defaultFn ? [[key, defaultFn] as const] : [])),
    name: getTableName(table),
  }
  shapes.set(table, shape)
  return shape
}

/** One statement for all rows that leave the same columns to their defaults, in the order in which they came. */
const statementsFor = (table: Table, rows: readonly Row[]): Statement[] => {
  const { columns, name } = shapeOf(table)
  const groups = new Map<string, { columns: Shape['columns']; rows: Row[] }>()
  for (const row of rows) {
    const given = columns.filter(({ hasDefault, key }) => !hasDefault || row[key] !== undefined)
    const shape = given.map(({ key }) => key).join()
    const group = groups.get(shape) ?? { columns: given, rows: [] }
    groups.set(shape, group)
    group.rows.push(row)
  }
  return [...groups.values()].flatMap((group) => {
    const atOnce = Math.max(1, Math.floor(mostValues / group.columns.length))
    const names = group.columns.map((column) => `"${column.name}"`).join(', ')
    const places = `(${group.columns.map(() => '?').join(', ')})`
    const statements: Statement[] = []
    for (let from = 0; from < group.rows.length; from += atOnce) {
      const some = group.rows.slice(from, from + atOnce)
      statements.push({
        args: some.flatMap((row) =>
          group.columns.map(({ key, toDriver }) => {
            const value = row[key]
            // What the driver takes is what drizzle makes of a value.
            return (value === undefined || value === null ? null : toDriver(value)) as null | string
          }),
        ),
        sql: `insert into "${name}" (${names}) values ${some.map(() => places).join(', ')}`,
      })
    }
    return statements
  })
}
