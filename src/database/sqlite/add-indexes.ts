import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type RawTable = SQLiteAdapter['rawTables'][string]

/**
 * Gives tables that are not built yet the indexes which the lists of the API need:
 * - the unique index of each table of texts begins with the document instead of the language, so that the texts of
 *   a document are found without reading those of all others;
 * - the status of a language lies in an index that begins with the document. One that begins with the status, which
 *   Payload makes, leads SQLite to read and sort all published documents for a list of ten;
 * - versions of one document in the order of their age;
 * - each sort column of `sorts` together with the time of creation, which Payload adds to every order, and among
 *   the latest versions, which the lists of editors show.
 */
export const addIndexes = ({
  sorts,
  tables,
}: {
  sorts: { column: string; table: string }[]
  tables: Record<string, RawTable>
}): void => {
  for (const table of Object.values(tables)) {
    const { columns } = table
    if (columns._locale && columns._parentID) {
      arrangeTexts(table)
    }
    if (columns.latest && columns.parent && columns.updatedAt) {
      addIndex({ on: ['parent', 'updatedAt'], table })
    }
  }
  for (const { column, table: name } of sorts) {
    const table = tables[name]
    if (table?.columns[column] && table.columns.createdAt && column !== 'createdAt') {
      addIndex({ on: [column, 'createdAt'], table })
    }
    const versions = tables[`_${name}_v`]
    if (versions?.columns[`version_${column}`]) {
      addIndex({ on: ['latest', `version_${column}`], table: versions })
    }
  }
}

const arrangeTexts = (table: RawTable) => {
  const status = ['_status', 'version__status'].find((key) => table.columns[key])
  const kept = Object.entries(table.indexes ?? {}).filter(
    ([, { on }]) => status === undefined || ![on].flat().includes(status),
  )
  table.indexes = Object.fromEntries(kept)
  const unique = table.indexes._localeParent
  if (unique) {
    table.indexes._localeParent = { ...unique, on: ['_parentID', '_locale'] }
  }
  if (status) {
    addIndex({ on: ['_parentID', '_locale', status], table })
  }
}

const addIndex = ({ on, table }: { on: string[]; table: RawTable }) => {
  const columns = on.map((key) => table.columns[key]?.name.replace(/^_+/, ''))
  const name = `${table.name}_${columns.join('_')}_idx`
  table.indexes = { ...table.indexes, [name]: { name, on } }
}
