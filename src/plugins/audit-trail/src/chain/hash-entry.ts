import { createHash } from 'node:crypto'

import { canonicalJson } from '../model/canonical-json.ts'
import type { AuditEntry } from '../model/entry.ts'

/** What the first entry stands on. */
export const firstHash = '0'.repeat(64)

/** SHA-256 over the canonical JSON of everything but the hash itself. */
export const hashEntry = (entry: Omit<AuditEntry, 'hash'>): string => {
  const { hash: _, ...content } = entry as AuditEntry
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
