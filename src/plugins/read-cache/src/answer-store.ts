import { LRUCache } from 'lru-cache'

import { createFilterIndex, isChangedBy } from './filter-index.ts'
import { anything, type Change, slugOfTag, type Tag } from './tags.ts'

export type AnswerStore<Value extends object> = {
  /** How many times something was dropped so far; the moment at which an answer is begun. */
  now: () => number
  get: (key: string) => undefined | Value
  /**
   * Keeps an answer, unless what it was made from was dropped since it was begun.
   * @returns whether nothing was dropped since
   */
  put: (answer: {
    begunAt: number
    key: string
    size: number
    tags: ReadonlySet<Tag>
    value: Value
  }) => boolean
  /** Tells that a value that is kept has grown to `size`. */
  grow: (key: string, value: Value, size: number) => void
  /** Drops what was made from what was written. */
  drop: (change: Change | typeof anything) => void
  size: () => { bytes: number; entries: number }
  /** Fields of a collection, by the former and present values of which `drop` can spare lists that are kept. */
  statesOf: (slug: string) => string[]
}

/** How many drops are remembered: an answer that was begun before all of them is not kept. */
const remembered = 2000

/**
 * Answers by what they were made from, up to a number of bytes. What was asked once only lives in a fifth of the room,
 * so that questions made up by the thousand push out each other, and not what many ask for.
 */
export const createAnswerStore = <Value extends object>({
  bytes,
}: {
  bytes: number
}): AnswerStore<Value> => {
  type Kept = {
    isMoving?: boolean
    key: string
    size: number
    tags: ReadonlySet<Tag>
    value: Value
  }
  const byTag = new Map<Tag, Set<Kept>>()
  const bySlug = new Map<string, Set<Kept>>()
  const filters = createFilterIndex()
  const drops: { at: number; change: Change | typeof anything }[] = []
  let now = 0

  const forget = (kept: Kept) => {
    if (kept.isMoving) return
    for (const tag of kept.tags) {
      if (remove(byTag, tag, kept)) filters.remove(tag)
      remove(bySlug, slugOfTag(tag), kept)
    }
  }
  const room = (share: number) =>
    new LRUCache<string, Kept>({
      dispose: forget,
      maxEntrySize: Math.max(1, Math.floor(bytes / 10)),
      maxSize: Math.max(1, Math.floor(bytes * share)),
    })
  const often = room(0.8)
  const once = room(0.2)

  const deleteKept = (kept: Kept) => {
    for (const part of [often, once]) if (part.peek(kept.key) === kept) part.delete(kept.key)
  }

  const hasChanged = (tags: ReadonlySet<Tag>, begunAt: number): boolean => {
    const oldest = drops[0]
    if (now > begunAt && oldest && oldest.at > begunAt + 1) return true
    const slugs = new Set([...tags].map(slugOfTag))
    return drops.some(
      ({ at, change }) =>
        at > begunAt &&
        (change === anything ||
          change.slugs.some((slug) => slugs.has(slug)) ||
          change.tags.some((tag) => tags.has(tag)) ||
          [...tags].some((tag) => isChangedBy(tag, change))),
    )
  }

  return {
    drop: (change) => {
      now += 1
      drops.push({ at: now, change })
      if (drops.length > remembered) drops.splice(0, remembered / 2)
      if (change === anything) {
        often.clear()
        once.clear()
        return
      }
      const hit = [
        ...change.slugs.flatMap((slug) => [...(bySlug.get(slug) ?? [])]),
        ...[...change.tags, ...filters.changedBy(change)].flatMap((tag) => [
          ...(byTag.get(tag) ?? []),
        ]),
      ]
      hit.forEach(deleteKept)
    },
    get: (key) => {
      const known = often.get(key)
      if (known) return known.value
      const kept = once.peek(key)
      if (!kept) return undefined
      kept.isMoving = true
      once.delete(key)
      kept.isMoving = false
      often.set(key, kept, { size: kept.size })
      if (often.peek(key) !== kept) forget(kept)
      return kept.value
    },
    grow: (key, value, size) => {
      const kept = often.peek(key)
      if (kept?.value !== value) return
      kept.size = size
      kept.isMoving = true
      often.delete(key)
      kept.isMoving = false
      often.set(key, kept, { size })
      if (often.peek(key) !== kept) forget(kept)
    },
    now: () => now,
    put: ({ begunAt, key, size, tags, value }) => {
      if (hasChanged(tags, begunAt)) return false
      often.delete(key)
      const kept: Kept = { key, size, tags, value }
      for (const tag of tags) {
        add(byTag, tag, kept)
        filters.add(tag)
        add(bySlug, slugOfTag(tag), kept)
      }
      once.set(key, kept, { size })
      if (once.peek(key) !== kept) forget(kept)
      return true
    },
    size: () => ({
      bytes: often.calculatedSize + once.calculatedSize,
      entries: often.size + once.size,
    }),
    statesOf: filters.fieldsOf,
  }
}

const add = <Kept>(index: Map<string, Set<Kept>>, name: string, kept: Kept): void => {
  const found = index.get(name)
  if (found) found.add(kept)
  else index.set(name, new Set([kept]))
}

/** @returns whether nothing is left under this name */
const remove = <Kept>(index: Map<string, Set<Kept>>, name: string, kept: Kept): boolean => {
  const found = index.get(name)
  found?.delete(kept)
  if (found && found.size > 0) return false
  index.delete(name)
  return true
}
