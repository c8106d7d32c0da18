import { idsOfFilter, writingMethods } from '@qiao/committed-writes'
import type { Collection, FlattenedField, Payload, Where } from 'payload'

import { conditionsOfWhere } from './filters.ts'
import { noteJoins } from './note-joins.ts'
import { isLanguage, notePaths, pathsOfSort, pathsOfWhere } from './note-paths.ts'
import { isNoting, noteRead, noteUnknown, noteVersions } from './read-notes.ts'

/** What is common to the arguments of the adapter's reading methods. */
export type ReadArgs = {
  collection?: string
  field?: string
  global?: string
  joins?: false | Record<string, unknown>
  locale?: string
  select?: Record<string, unknown>
  slug?: string
  sort?: string | string[]
  where?: Where
}

/**
 * Has each method of the database adapter note what it reads, below Payload's operations, rules and hooks, where every
 * read passes. To be called when the database is connected; a second call does nothing.
 */
export const watchReads = (payload: Payload): void => {
  if (watched.has(payload.db)) return
  watched.add(payload.db)
  // The methods differ in their arguments and answers, which pass through unread except for what `ReadArgs` names.
  const db = payload.db as unknown as Record<
    string,
    ((args: ReadArgs) => Promise<unknown>) | undefined
  >
  for (const [name, note] of [...Object.entries(reading), ...writing]) {
    const method = db[name]
    if (!method) continue
    db[name] = (args) => {
      if (isNoting()) note(args, payload)
      return method.call(db, args)
    }
  }
}

const watched = new WeakSet<object>()

type Note = (args: ReadArgs, payload: Payload) => void

const noteDocuments: Note = (args, payload) => {
  const { collection, field, locale, sort, where } = args
  if (collection === undefined) {
    noteUnknown()
    return
  }
  const ids = idsOfFilter(where, 'id')
  const fields = fieldsOf(collection, payload)
  const conditionsOf = () =>
    conditionsOfWhere({ fields, isLanguage: (name) => isLanguage(name, payload), locale, where })
  noteRead(ids ? { collection, ids } : { collection, conditions: conditionsOf() })
  noteJoins({ ...args, ids }, payload)
  const paths = [...pathsOfWhere(where), ...pathsOfSort(sort), ...(field ? [field] : [])]
  notePaths({ fields, paths, payload })
}

/** Versions lead to what a document is made from beside itself. */
const noteDocumentVersions: Note = (args, payload) => {
  const { collection, sort, where } = args
  if (collection === undefined) {
    noteUnknown()
    return
  }
  noteVersions(collection)
  const ids = idsOfFilter(where, 'parent')
  noteRead(ids ? { collection, ids } : { collection })
  noteJoins({ ...args, ids }, payload)
  const paths = [...pathsOfWhere(where), ...pathsOfSort(sort)]
    .filter((path) => path.startsWith('version.'))
    .map((path) => path.slice('version.'.length))
  notePaths({ fields: fieldsOf(collection, payload), paths, payload })
}

const noteGlobal: Note = ({ global, slug = global }) => {
  if (slug === undefined) noteUnknown()
  else noteRead({ global: slug })
}

const noteGlobalVersions: Note = (args, payload) => {
  noteGlobal(args, payload)
  const slug = args.slug ?? args.global
  if (slug !== undefined) noteVersions(slug)
}

const reading: Record<string, Note> = {
  count: noteDocuments,
  countGlobalVersions: noteGlobalVersions,
  countVersions: noteDocumentVersions,
  find: noteDocuments,
  findDistinct: noteDocuments,
  findGlobal: noteGlobal,
  findGlobalVersions: noteGlobalVersions,
  findOne: noteDocuments,
  findVersions: noteDocumentVersions,
  queryDrafts: noteDocumentVersions,
}

/** An answer that wrote something is given once. */
const writing = [...Object.keys(writingMethods), 'updateJobs'].map((name): [string, Note] => [
  name,
  noteUnknown,
])

const fieldsOf = (slug: string, payload: Payload): FlattenedField[] => {
  const collections: Partial<Record<string, Collection>> = payload.collections
  return collections[slug]?.config.flattenedFields ?? []
}
