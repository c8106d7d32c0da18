import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type RawTable = SQLiteAdapter['rawTables'][string]

/**
 * Adds the indexes that Payload leaves out to tables not built yet: an index on the parent of each locale row, for
 * the unique one there begins with the language, so that each join of texts would read the whole table; and on the
 * versions of one document in the order of their age.
 */
export const addIndexes = (tables: Record<string, RawTable>): void => {
  for (const table of Object.values(tables)) {
    const { columns } = table
    if (columns._locale && columns._parentID) {
      addIndex({ on: ['_parentID', '_locale'], table })
    }
    if (columns.latest && columns.parent && columns.updatedAt) {
      addIndex({ on: ['parent', 'updatedAt'], table })
    }
  }
}

const addIndex = ({ on, table }: { on: string[]; table: RawTable }) => {
  const name = `${table.name}_${on.map((key) => table.columns[key]?.name.replace(/^_/, '')).join('_')}_idx`
  table.indexes = { ...table.indexes, [name]: { name, on } }
}
