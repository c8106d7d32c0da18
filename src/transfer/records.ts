import { createHash } from 'node:crypto'

import type { Field, Payload } from 'payload'

/** A document as the databases hold it: texts of all languages as `{ en, zh }`. */
export type Content = Record<string, unknown>

export const exportFormat = 'qiao-export'
export const exportVersion = 1

/** The first line of an export. */
export type Header = {
  database: 'mongodb' | 'sqlite'
  exportedAt: string
  format: typeof exportFormat
  locales: string[]
  /** A hash of all collections and fields: an export fits only a database of the same shape. */
  schema: string
  version: typeof exportVersion
}

/** A file that belongs to a document; it lies in the folder beside the export. */
export type StoredFile = { bytes: number; name: string; sha256: string }

/** A document with everything that is kept of it: its versions, oldest first, and its files. */
export type DocumentRecord = {
  collection: string
  id: string
  doc: Content
  files?: StoredFile[]
  versions?: Content[]
}

export type GlobalRecord = { doc: Content; global: string; versions?: Content[] }

/** The last line; where it is missing, the export was cut off. */
export type Footer = { end: true; records: number }

/**
 * What an export leaves out: who has a document open at the moment, which migrations a database has seen, and what
 * Payload remembers for itself. All of it belongs to one database.
 */
const leftOut = new Set(['payload-kv', 'payload-locked-documents', 'payload-migrations'])

/** The collections that are carried over, each after those that most of its relations lead to. */
export const transferredCollections = ({ config }: Payload): string[] => {
  const slugs = config.collections
    .map(({ slug }): string => slug)
    .filter((slug) => !leftOut.has(slug))
  const first = ['users', 'media', 'topics', 'partner-profiles', 'programs']
  return [
    ...first.filter((slug) => slugs.includes(slug)),
    ...slugs.filter((slug) => !first.includes(slug)),
  ]
}

/** The same for two servers whose collections, globals and fields are the same. */
export const schemaFingerprint = ({ config }: Payload): string => {
  const shape = (fields: readonly Field[]): unknown[] => fields.map((field) => shapeOf(field))
  const shapeOf = (field: Field): unknown => [
    field.type,
    'name' in field ? field.name : '',
    'localized' in field && Boolean(field.localized),
    'fields' in field ? shape(field.fields) : [],
    field.type === 'tabs'
      ? field.tabs.map((tab) => ['name' in tab ? tab.name : '', shape(tab.fields)])
      : [],
    field.type === 'blocks' ? field.blocks.map((block) => [block.slug, shape(block.fields)]) : [],
  ]
  const all = [...config.collections, ...config.globals]
    .filter(({ slug }) => !leftOut.has(slug))
    .map(({ fields, slug }) => [slug, shape(fields)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
}

export const databaseOf = ({ db }: Payload): Header['database'] =>
  db.name === 'mongoose' ? 'mongodb' : 'sqlite'

export const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
