import type { Statement } from './statement-template.ts'

const ofDocuments =
  /^select COUNT\(1\) OVER\(\) (from "(\w+)" (?:left join "\2_locales" on \("\2"\."id" = "\2_locales"\."_parent_id" and "\2_locales"\."_locale" = \?\) )?(?:where .+ )?)group by "\2"\."id" limit \?\s*$/

/**
 * Counts the same with less. Payload's adapter makes one group of the rows of each document and has a window count the
 * groups; where nothing is joined but the texts of one language, of which each document has one at most, its rows are the
 * documents. That takes less than half as long.
 */
export const countRows = <T extends Statement>(statement: T): T => {
  const rows = ofDocuments.exec(statement.sql)?.[1]
  if (rows === undefined) return statement
  // The limit comes last, of one row.
  return { ...statement, args: statement.args.slice(0, -1), sql: `select count(*) ${rows}` }
}
