import type { Payload } from 'payload'

import { watchChangeStream } from './mongodb/watch-change-stream.ts'
import { watchDataVersion } from './sqlite/watch-data-version.ts'

/** What another process has written; `anything` where that is not known. */
export type ForeignWrites = 'anything' | readonly ForeignWrite[]

export type ForeignWrite = {
  /** Undefined when they are not known. */
  fields: readonly string[] | undefined
  /** Undefined when they are not known: any of the collection. */
  ids: readonly string[] | undefined
  isVersion: boolean
  operation: string
  slug: string
}

export type OtherProcesses = {
  /** Whether everything is known that other processes had written 0.8 seconds ago. */
  isCurrent: () => boolean
}

/** How one database is watched. */
export type Watch = (about: {
  currentForMs: number
  payload: Payload
  tell: (writes: ForeignWrites) => void
}) => OtherProcesses & { stop: () => Promise<void> }

/**
 * Tells what other processes write to the database: as a rule within a tenth of a second; on SQLite that something was written, on
 * MongoDB what. Ends with the connection of the database.
 */
export const watchOtherProcesses = ({
  onChange,
  payload,
}: {
  onChange: (writes: ForeignWrites) => void
  payload: Payload
}): OtherProcesses => {
  const known = watched.get(payload.db)
  if (known) {
    known.listeners.push(onChange)
    return known
  }
  const listeners = [onChange]
  const tell = (writes: ForeignWrites) => {
    for (const listener of listeners) listener(writes)
  }
  const watch = payload.db.name === 'sqlite' ? watchDataVersion : watchChangeStream
  const { isCurrent, stop } = watch({ currentForMs, payload, tell })
  const { destroy } = payload.db
  payload.db.destroy = async () => {
    await stop()
    await destroy?.call(payload.db)
  }
  const watching = { isCurrent, listeners }
  watched.set(payload.db, watching)
  return watching
}

/** For so long, in milliseconds, what other processes write may be unknown. */
const currentForMs = 800

type Watching = OtherProcesses & { listeners: ((writes: ForeignWrites) => void)[] }

const watched = new WeakMap<object, Watching>()
