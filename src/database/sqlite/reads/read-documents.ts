import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { inArray } from '@payloadcms/db-sqlite/drizzle'
import type { SQLiteColumn } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { FlattenedField } from 'payload'

import { readRows } from '../prepare-reads.ts'
import { compileDocument, type JoinQuery } from './compile-document.ts'
import { compileRow, type Row, type Selected } from './compile-rows.ts'
import type { QueryConfig } from './record-statements.ts'
import { fillTemplate, statementTemplate, type Template } from './statement-template.ts'

/** Reads documents, those with `ids` in their order or those of the statement itself. */
export type ReadDocuments = (asked: { ids?: string[]; lifted: string[] }) => Promise<Row[]>

export type DocumentQuery = {
  adapter: SQLiteAdapter
  config: QueryConfig
  fields: FlattenedField[]
  joins: JoinQuery | undefined
  table: string
}

/**
 * The statement that reads documents whose ids are known, made once for each number of them; or, with `lifted`, the one
 * statement that finds them too. Nothing is made of what only Payload's adapter can read.
 */
export const documentReader = (
  query: DocumentQuery,
  lifted?: string[],
): ReadDocuments | undefined => {
  const { adapter, fields, joins } = query
  const { localization } = adapter.payload.config
  const locales = localization ? localization.localeCodes : []
  const made = statementOf(query, lifted ?? 1)
  const readRow = made && compileRow(made.selection)
  const toDocument = compileDocument(fields, { joins, locales })
  if (!readRow || !toDocument) return undefined
  const sizes = new Map<number, Template>([[1, made.template]])

  return async ({ ids, lifted: values }) => {
    const wanted = ids && [...new Set(ids)]
    const size = wanted ? roomFor(wanted.length) : 1
    const template = sizes.get(size) ?? statementOf(query, size)?.template
    if (!template) throw new Error(`${size} documents cannot be read at once.`)
    sizes.set(size, template)
    // The last id stands for those that are not there.
    const named = wanted && Array.from({ length: size }, (_, at) => wanted[at] ?? wanted.at(-1))
    const statement = fillTemplate(template, (named as string[] | undefined) ?? values)
    const docs = (await readRows(adapter.client, statement)).map((row) => toDocument(readRow(row)))
    if (!ids) return docs
    const places = new Map(ids.map((id, place) => [id, place]))
    const placeOf = (doc: Row) => places.get(String(doc.id)) ?? 0
    return docs.sort((one, other) => placeOf(one) - placeOf(other))
  }
}

/** Few sizes serve lists of many lengths. */
const roomFor = (count: number): number => (count <= 16 ? count : 2 ** Math.ceil(Math.log2(count)))

type Relational = {
  _toSQL?: () => {
    builtQuery: { params: unknown[]; sql: string }
    query: { selection: Selected[] }
  }
}

const statementOf = (
  { adapter, config, table }: DocumentQuery,
  lifted: number | string[],
): undefined | { selection: Selected[]; template: Template } => {
  const names =
    typeof lifted === 'number'
      ? Array.from({ length: lifted }, (_, index) => `the id at ${index}.`)
      : lifted
  // Payload's types know that there are tables, and not which columns.
  const { id } = adapter.tables[table] as unknown as { id: SQLiteColumn }
  const where = typeof lifted === 'number' ? inArray(id, names) : config.where
  // `_toSQL` is drizzle's own; without it, reads are not planned.
  const tables = adapter.drizzle.query as unknown as Record<
    string,
    { findMany: (config: QueryConfig) => Relational }
  >
  const built = tables[table]?.findMany({ ...config, where })._toSQL?.()
  const template = built && statementTemplate(built.builtQuery, names)
  return built && template && { selection: built.query.selection, template }
}
