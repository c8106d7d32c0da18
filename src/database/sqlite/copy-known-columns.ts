type Snapshot = { tables?: Record<string, { columns: Record<string, unknown> }> }

/**
 * Corrects how a table is made anew when a column is added to it and another one goes: drizzle-kit copies the rows with
 * all columns of the new table, also those that the old one does not have, which SQLite refuses.
 */
export const copyKnownColumns = ({
  before,
  statements,
}: {
  /** The schema that the rows are copied from. */
  before: Snapshot
  statements: string[]
}): string[] =>
  statements.map((statement) => {
    const [, table, columns] = copying.exec(statement) ?? []
    const known = table && before.tables?.[table]?.columns
    if (!table || !columns || !known) return statement
    const kept = columns
      .split(', ')
      .filter((column) => column.slice(1, -1) in known)
      .join(', ')
    return `INSERT INTO \`__new_${table}\`(${kept}) SELECT ${kept} FROM \`${table}\`;`
  })

const copying = /^INSERT INTO `__new_([^`]+)`\(([^)]+)\) SELECT [^;]+ FROM `\1`;?\s*$/
