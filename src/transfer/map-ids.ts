import { createHash } from 'node:crypto'

import type { Header } from './records.ts'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const objectId = /^[\da-f]{24}$/i
const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24}/gi

/** An id of the form that a database gives to its documents, always the same for the same text. */
export const idFrom = (text: string, database: Header['database']): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  if (database === 'mongodb') return hex.slice(0, 24)
  // Version 8 of RFC 9562: what the bits mean is the maker's affair.
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-')
}

/** The id that a document has in this database: its own where that fits, else one made from it. */
export const idIn = (database: Header['database'], id: string): string =>
  (database === 'mongodb' ? objectId : uuid).test(id) ? id : idFrom(id, database)

/**
 * Gives documents from the other kind of database ids that fit into this one, and changes them wherever they are named:
 * in relations, in rich text, in registers and in texts that join several of them. Only ids of documents that the export
 * holds are changed, so no other number that looks like one is.
 */
export const mapIds = ({
  database,
  known,
}: {
  database: Header['database']
  /** The ids of all documents of the export. */
  known: ReadonlySet<string>
}): (<Value>(value: Value) => Value) => {
  const map = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.length < 24
        ? value
        : value.replace(anyId, (id) => (known.has(id) ? idIn(database, id) : id))
    if (Array.isArray(value)) return value.map(map)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(part)]))
  }
  return <Value>(value: Value) => map(value) as Value
}
