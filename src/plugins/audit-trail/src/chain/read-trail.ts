import type { Payload } from 'payload'

import { type AuditEntry, toEntry } from '../model/entry.ts'
import { trailSlug } from '../model/slugs.ts'

const pageSize = 500

/** All entries by their numbers, a page at a time. */
export async function* readTrail(payload: Payload): AsyncGenerator<AuditEntry> {
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: trailSlug,
      limit: pageSize,
      pagination: false,
      sort: 'seq',
      where: { seq: { greater_than: last } },
    })
    for (const doc of docs) {
      const entry = toEntry(doc)
      last = entry.seq
      yield entry
    }
    if (docs.length < pageSize) return
  }
}
