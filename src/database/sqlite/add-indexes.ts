import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { listKeys, type ListOrder, unlisted } from '../list-orders.ts'

type RawTable = SQLiteAdapter['rawTables'][string]

/**
 * Gives tables that are not built yet the indexes which the lists of the API need, in place of those which they make
 * superfluous:
 * - the unique index of each table of texts begins with the document instead of the language, so that the texts of
 *   a document are found without reading those of all others;
 * - the status of a language lies in an index that begins with the document. One that begins with the status, which
 *   Payload makes, leads SQLite to read and sort all published documents for a list of ten;
 * - the values of a field that holds several begin with the document, for lists narrowed to one value;
 * - versions of one document in the order of their age;
 * - none for the trash, which each list leaves out;
 * - each column of `lists` together with the order of the list, and the same among the latest versions, which the
 *   lists of editors show. Without, SQLite sorts whole rows with everything that belongs to them.
 */
export const addIndexes = ({
  lists,
  tables,
}: {
  lists: (Omit<ListOrder, 'slug'> & { table: string })[]
  tables: Record<string, RawTable>
}): void => {
  for (const table of Object.values(tables)) {
    const { columns } = table
    removeIndexes({
      table,
      when: (on) => on.length === 1 && (on[0] === unlisted || on[0] === `version_${unlisted}`),
    })
    if (columns._locale && columns._parentID) {
      arrangeTexts(table)
    }
    if (columns.value && columns.parent && columns.order) {
      addIndex({ on: ['parent', 'value'], table })
    }
    if (columns.latest && columns.parent && columns.updatedAt) {
      addIndex({ on: ['parent', 'updatedAt', 'createdAt'], table })
    }
  }
  for (const { columns, relations, sort, table: name } of lists) {
    const table = tables[name]
    const versions = tables[`_${name}_v`]
    for (const column of [...columns, ...relations]) {
      const keys = listKeys({ column, sort })
      if (table?.columns[column]) {
        addIndex({ on: [...new Set([...keys, 'createdAt'])], table })
      }
      if (versions?.columns[`version_${column}`]) {
        // Versions are looked for among the latest or those of one document only.
        removeIndexes({ table: versions, when: (on) => on.join() === `version_${column}` })
        addIndex({
          // A version has a time of creation of its own besides that of the document.
          on: ['latest', ...keys.map((key) => `version_${key}`), 'createdAt'],
          table: versions,
        })
      }
    }
  }
}

const arrangeTexts = (table: RawTable) => {
  const status = ['_status', 'version__status'].find((key) => table.columns[key])
  if (status) {
    removeIndexes({ table, when: (on) => on.includes(status) })
  }
  const unique = table.indexes?._localeParent
  if (unique) {
    table.indexes = { ...table.indexes, _localeParent: { ...unique, on: ['_parentID', '_locale'] } }
  }
  if (status) {
    addIndex({ on: ['_parentID', '_locale', status], table })
  }
}

/** Each index costs at every write, so one that only repeats the beginning of the new one goes. */
const addIndex = ({ on, table }: { on: string[]; table: RawTable }) => {
  removeIndexes({ table, when: (other) => other.every((key, index) => on[index] === key) })
  const columns = on.map((key) => table.columns[key]?.name.replace(/^_+/, ''))
  const name = `${table.name}_${columns.join('_')}_idx`
  table.indexes = { ...table.indexes, [name]: { name, on } }
}

const removeIndexes = ({ table, when }: { table: RawTable; when: (on: string[]) => boolean }) => {
  const kept = Object.entries(table.indexes ?? {}).filter(
    ([, { on, unique }]) => unique === true || !when([on].flat()),
  )
  table.indexes = Object.fromEntries(kept)
}
