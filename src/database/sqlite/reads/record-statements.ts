import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { ReadArgs, StockRead } from './plan-reads.ts'
import { countRows } from './count-rows.ts'
import { statementTemplate, type Template } from './statement-template.ts'

/** What a relational query of drizzle is asked with. */
export type QueryConfig = Record<string, unknown> & { where?: unknown }

export type Recorded = {
  /** Counts all documents of the list. */
  count?: Template
  /** Reads the documents; not known when there were none. */
  documents?: { config: QueryConfig; table: string }
  /** Finds the ids of the documents; without, these are found together with what they hold. */
  ids?: Template
}

/**
 * Lets Payload's adapter answer a read, and tells by which statements it did, when these are the ones it reads
 * documents by.
 */
export const recordStatements = async ({
  adapter,
  args,
  lifted,
  stock,
}: {
  adapter: SQLiteAdapter
  args: ReadArgs
  lifted: string[]
  stock: StockRead
}): Promise<{ answer: unknown; recorded: Recorded | undefined }> => {
  const run: { kind: 'count' | 'ids'; query: Query }[] = []
  const asked: { config: QueryConfig; table: string }[] = []
  // Of drizzle's types, which follow the schema, as much as is watched.
  const plain = adapter.drizzle as unknown as Database

  const watch =
    (begin: (fields: Fields) => Begun) =>
    (fields: Fields): Begun => ({
      from: (table) => {
        const query = begin(fields).from(table)
        const then = query.then.bind(query)
        // Queries within others are built by the same methods, and are never run themselves.
        query.then = (...listeners) => {
          run.push({ kind: 'count' in fields ? 'count' : 'ids', query })
          return then(...listeners)
        }
        return query
      },
    })
  const drizzle = {
    query: new Proxy(plain.query, {
      get: (tables, table: string) => ({
        findMany: (config: QueryConfig) => {
          asked.push({ config, table })
          return tables[table]?.findMany(config)
        },
      }),
    }),
    select: watch((fields) => plain.select(fields)),
    selectDistinct: watch((fields) => plain.selectDistinct(fields)),
  }
  const recorder = Object.create(adapter, { drizzle: { value: drizzle } }) as SQLiteAdapter
  const answer = await stock.call(recorder, args)

  const of = (kind: string) => run.filter((each) => each.kind === kind)
  const [ids, count] = [of('ids'), of('count')]
  const recorded: Recorded = {}
  for (const [kind, [first]] of [['ids', ids] as const, ['count', count] as const]) {
    const template = first && statementTemplate(first.query.toSQL(), lifted)
    if (first && !template) return { answer, recorded: undefined }
    if (template) recorded[kind] = kind === 'count' ? countRows(template) : template
  }
  const [documents] = asked
  if (documents) recorded.documents = documents
  const isUsual = ids.length <= 1 && count.length <= 1 && asked.length <= 1
  return { answer, recorded: isUsual && (documents ?? recorded.ids) ? recorded : undefined }
}

/** As much of drizzle's database as Payload's adapter reads by. */
type Database = {
  query: Record<string, { findMany: (config: QueryConfig) => PromiseLike<unknown> }>
  select: (fields: Fields) => Begun
  selectDistinct: (fields: Fields) => Begun
}

type Fields = Record<string, unknown>
type Begun = { from: (table: unknown) => Query }
type Query = PromiseLike<unknown> & { toSQL: () => { params: unknown[]; sql: string } }
