import { readFileSync } from 'node:fs'

import { idIn } from '../../src/transfer/map-ids.ts'

type Part = Record<string, unknown>

const anyId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24}/gi

const linesOf = (file: string): Part[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Part)

/**
 * The records of an export in a form that two databases share. Nothing, an empty list and what is not there are the same,
 * as they are for SQLite; ids are those that `through` databases make of them, one after the other.
 */
export const comparable = (
  file: string,
  through: ('mongodb' | 'sqlite')[] = [],
): Map<string, unknown> => {
  const records = linesOf(file).filter((line) => 'collection' in line || 'global' in line)
  const known = new Set(records.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))
  const rename = (id: string): string => through.reduce((last, each) => idIn(each, last), id)
  const clean = (value: unknown, isVerbatim: boolean): unknown => {
    if (typeof value === 'string')
      return isVerbatim ? value : value.replace(anyId, (id) => (known.has(id) ? rename(id) : id))
    if (Array.isArray(value)) {
      const parts = value.map((part) => clean(part, isVerbatim))
      return parts.length > 0 ? parts : undefined
    }
    if (typeof value !== 'object' || value === null) return value ?? undefined
    const entries = Object.entries(value)
      .map(([key, part]) => [key, clean(part, isVerbatim)] as const)
      .filter(([key, part]) => part !== undefined && !(key === 'latest' && part === false))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  return new Map(
    records.map((record) => {
      const isTrail = String(record.collection).startsWith('audit-trail')
      const id = rename(typeof record.id === 'string' ? record.id : '')
      const { id: _, ...doc } = record.doc as Part
      const { versions } = record
      return [
        `${String(record.collection ?? record.global)} ${record.global ? '' : id}`,
        clean({ doc, files: record.files, versions }, isTrail),
      ]
    }),
  )
}
