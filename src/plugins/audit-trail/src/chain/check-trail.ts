import type { Payload, Where } from 'payload'

import type { AuditEntry } from '../model/entry.ts'
import { inboxSlug, trailSlug } from '../model/slugs.ts'
import { firstHash, hashEntry } from './hash-entry.ts'
import { readHead } from './head.ts'
import { readTrail } from './read-trail.ts'

export type TrailReport = {
  entries: number
  /** The first thing that is wrong; none when the trail is whole. */
  fault?: string
  /** Hash of the last entry: written down elsewhere, it proves later that everything up to here is unchanged. */
  hash: string
}

/**
 * Checks the whole chain: that no entry was altered, removed, added or moved, that the end was not cut off, and that
 * nothing waits for its place longer than a minute.
 *
 * @param options.anchor hash of an entry as an earlier check printed it; it has to be there still
 */
export const checkTrail = async (
  payload: Payload,
  { anchor }: { anchor?: string } = {},
): Promise<TrailReport> => {
  const known = await readHead(payload)
  let previous = { hash: firstHash, seq: 0 }
  let isAnchored = anchor === undefined
  const report = (fault?: string): TrailReport => ({
    entries: previous.seq,
    hash: previous.hash,
    ...(fault ? { fault } : {}),
  })
  for await (const entry of readTrail(payload)) {
    const fault = faultOf(entry, previous)
    if (fault) return report(fault)
    if (entry.seq === known.seq && entry.hash !== known.hash)
      return report(`Entry ${entry.seq} is not the one that the end of the chain names.`)
    isAnchored ||= entry.hash === anchor
    previous = entry
  }
  // What was appended since the walk began has moved the end on.
  const { seq: end } = await readHead(payload)
  if (previous.seq < known.seq)
    return report(
      `Entry ${previous.seq + 1} is missing: the end of the trail was cut off (${known.seq} entries were there).`,
    )
  if (previous.seq > end) return report(`Entry ${end + 1} was added behind the end of the chain.`)
  if (!isAnchored) return report(`No entry has the hash ${anchor ?? ''}.`)
  return report(await strayFault({ payload, seq: previous.seq }))
}

const faultOf = (
  entry: AuditEntry,
  previous: { hash: string; seq: number },
): string | undefined => {
  const expected = previous.seq + 1
  if (entry.seq > expected) return `Entry ${expected} is missing.`
  if (entry.seq < expected) return `Entry ${entry.seq} is there more than once.`
  if (entry.previousHash !== previous.hash)
    return `Entry ${entry.seq} does not follow from the entry before it.`
  return hashEntry(entry) === entry.hash ? undefined : `Entry ${entry.seq} was altered.`
}

/** What a walk by numbers does not meet. */
const strayFault = async ({
  payload,
  seq,
}: {
  payload: Payload
  seq: number
}): Promise<string | undefined> => {
  const count = async (collection: string, where: Where): Promise<number> =>
    (await payload.db.count({ collection: collection as 'topics', where })).totalDocs
  if ((await count(trailSlug, { seq: { exists: false } })) > 0)
    return 'There is an entry without a number.'
  if ((await count(trailSlug, { seq: { less_than_equal: seq } })) !== seq)
    return 'There are two entries with the same number.'
  const late = new Date(Date.now() - 60_000).toISOString()
  const waiting = await count(inboxSlug, { createdAt: { less_than: late } })
  return waiting > 0
    ? `${waiting} entries have waited for their place in the chain for more than a minute: is no server running?`
    : undefined
}
