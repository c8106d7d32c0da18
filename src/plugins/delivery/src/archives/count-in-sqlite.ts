import type { Payload, SanitizedCollectionConfig } from 'payload'

import type { FacetCount, FacetQuestion } from './count-by-facet.ts'
import type { Facet } from './facet.ts'

/**
 * The texts of documents lie in tables of their own, of which only the index of languages and statuses is read: SQLite
 * keeps the order of cross joins, and left alone it reads whole texts where there are many.
 */
export const countInSqlite = async (question: FacetQuestion): Promise<FacetCount[]> => {
  const { facet, payload, slug } = question
  const db = payload.db as unknown as SqliteAdapter // what Payload's adapter has beside its declared type
  const main = tableOf(db, snakeCase(slug))
  const texts = tableOf(db, `${snakeCase(slug)}_locales`)
  const place = placeOf({ db, facet, main })
  const target = facet.relationTo ? targetOf({ db, payload, slug: facet.relationTo }) : undefined
  const { rows } = await db.client.execute({
    args: place.args,
    sql: [
      `SELECT ${place.value} AS value, l.${name(texts.columns, '_locale')} AS locale, count(${facet.rows > 0 ? 'DISTINCT d.id' : '*'}) AS count`,
      target ? `, ${target.label} AS label, ${target.slug} AS slug` : '',
      `FROM ${quoted(main.name)} d`,
      place.join,
      `CROSS JOIN ${quoted(texts.name)} l ON l.${name(texts.columns, '_parentID')} = d.id`,
      `AND l.${name(texts.columns, '_status')} = 'published'`,
      target ? target.join(place.value) : '',
      `WHERE ${place.value} IS NOT NULL`,
      main.columns.deletedAt ? `AND d.${name(main.columns, 'deletedAt')} IS NULL` : '',
      'GROUP BY 1, 2',
    ].join(' '),
  })
  const found = new Map<unknown, FacetCount>()
  for (const { count, label, locale, slug: slugOfTarget, value } of rows) {
    const of = found.get(value) ?? { counts: {}, labels: {}, slugs: {}, value: value as string }
    found.set(value, of)
    of.counts[String(locale)] = Number(count)
    if (typeof label === 'string') of.labels[String(locale)] = label
    if (typeof slugOfTarget === 'string') of.slugs[String(locale)] = slugOfTarget
  }
  return [...found.values()]
}

type Columns = Record<string, undefined | { name: string }>

type Table = { columns: Columns; name: string }

type SqliteAdapter = {
  client: {
    execute: (statement: {
      args: string[]
      sql: string
    }) => Promise<{ rows: Record<string, unknown>[] }>
  }
  rawTables: Record<string, undefined | Table>
  tableNameMap: Map<string, string>
}

type Place = {
  args: string[]
  join: string
  /** The column that holds the values. */
  value: string
}

/** Where Payload keeps the values of a field: in the document's own row, or one by one in a table of theirs. */
const placeOf = ({ db, facet, main }: { db: SqliteAdapter; facet: Facet; main: Table }): Place => {
  const { field, names, relationTo, rows } = facet
  const isMany = 'hasMany' in field && field.hasMany === true
  const inRows = names.slice(rows)
  if (rows > 0) {
    const table = tableOf(db, [main.name, ...names.slice(0, rows).map(snakeCase)].join('_'))
    const parent = name(table.columns, '_parentID')
    const join = `CROSS JOIN ${quoted(table.name)} f ON f.${parent} = d.id`
    return { args: [], join, value: `f.${name(table.columns, inRows.join('_'))}` }
  }
  if (isMany && relationTo) {
    const table = tableOf(db, `${main.name}_rels`)
    const join = `CROSS JOIN ${quoted(table.name)} f ON f.${name(table.columns, 'parent')} = d.id AND f.path = ?`
    return { args: [names.join('.')], join, value: `f.${name(table.columns, `${relationTo}ID`)}` }
  }
  if (isMany) {
    const table = tableOf(db, [main.name, ...names.map(snakeCase)].join('_'))
    const join = `CROSS JOIN ${quoted(table.name)} f ON f.${name(table.columns, 'parent')} = d.id`
    return { args: [], join, value: `f.${name(table.columns, 'value')}` }
  }
  return { args: [], join: '', value: `d.${name(main.columns, names.join('_'))}` }
}

type Target = {
  join: (value: string) => string
  label: string
  slug: string
}

/** What a relation leads to, when readers see it, with its title in the language that is counted. */
const targetOf = ({
  db,
  payload,
  slug,
}: {
  db: SqliteAdapter
  payload: Payload
  slug: string
}): Target => {
  const { config } = payload.collections[slug as keyof typeof payload.collections]
  const main = tableOf(db, snakeCase(slug))
  const texts = findTable(db, `${snakeCase(slug)}_locales`)
  const column = (field: string): string => {
    if (texts?.columns[field]) return `max(tl.${name(texts.columns, field)})`
    return main.columns[field] ? `max(t.${name(main.columns, field)})` : 'NULL'
  }
  return {
    join: (value) =>
      [
        `JOIN ${quoted(main.name)} t ON t.id = ${value}`,
        main.columns.deletedAt ? `AND t.${name(main.columns, 'deletedAt')} IS NULL` : '',
        texts
          ? `${texts.columns._status ? '' : 'LEFT '}JOIN ${quoted(texts.name)} tl ON tl.${name(texts.columns, '_parentID')} = t.id AND tl.${name(texts.columns, '_locale')} = l._locale`
          : '',
        texts?.columns._status ? `AND tl.${name(texts.columns, '_status')} = 'published'` : '',
      ].join(' '),
    label: column(titleOf(config)),
    slug: column('slug'),
  }
}

export const titleOf = ({ admin }: SanitizedCollectionConfig): string => admin.useAsTitle ?? 'id'

const tableOf = (db: SqliteAdapter, key: string): Table => {
  const table = findTable(db, key)
  if (!table)
    throw new Error(
      `delivery: archives look for the table “${key}”, which the database does not have.`,
    )
  return table
}

const findTable = (db: SqliteAdapter, key: string): Table | undefined =>
  db.rawTables[db.tableNameMap.get(key) ?? key]

const name = (columns: Columns, key: string): string => {
  const column = columns[key]
  if (!column)
    throw new Error(
      `delivery: archives look for the column “${key}”, which the database does not have.`,
    )
  return quoted(column.name)
}

const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`

const snakeCase = (words: string): string =>
  words
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toLowerCase()
