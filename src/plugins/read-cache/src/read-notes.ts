import { AsyncLocalStorage } from 'node:async_hooks'

import type { Condition } from './filters.ts'
import { type Tag, tagOfDocument, tagOfList, tagOfVersions } from './tags.ts'

/** What was read while an answer was made. */
export type ReadNotes = {
  /** Something was written, or read in a way that no tag describes: the answer must not be kept. */
  isUnknown: boolean
  tags: Set<Tag>
}

export const createReadNotes = (): ReadNotes => ({ isUnknown: false, tags: new Set() })

/** Runs `run`, and notes what is read in it and in whatever it begins. */
export const collectReads = <Result>(notes: ReadNotes, run: () => Result): Result =>
  scopes.run(notes, run)

/**
 * Notes that an answer depends on documents of a collection, on all of them, on all that meet some conditions, or on a
 * global. To be called by whoever reads past the methods of Payload's database adapter; those note by themselves.
 */
export const noteRead = (
  read:
    | {
        collection: string
        conditions?: readonly Condition[]
        ids?: readonly (number | string)[]
      }
    | { global: string },
): void => {
  const notes = scopes.getStore()
  if (!notes) return
  if ('global' in read) notes.tags.add(read.global)
  else if (!read.ids) notes.tags.add(tagOfList(read.collection, read.conditions ?? []))
  else for (const id of read.ids) notes.tags.add(tagOfDocument(read.collection, id))
}

export const noteVersions = (slug: string): void => {
  scopes.getStore()?.tags.add(tagOfVersions(slug))
}

/** Notes that the answer must not be kept. */
export const noteUnknown = (): void => {
  const notes = scopes.getStore()
  if (notes) notes.isUnknown = true
}

/** Whether anybody wants to know what is read. */
export const isNoting = (): boolean => scopes.getStore() !== undefined

// On globalThis, for a bundler may make a second copy of this module in the same process.
const key = Symbol.for('qiao.read-cache.notes')
const holder = globalThis as { [key]?: AsyncLocalStorage<ReadNotes> }
const scopes = (holder[key] ??= new AsyncLocalStorage<ReadNotes>())
