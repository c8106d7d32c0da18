import type { AuditAction } from './actions.ts'

/** What happened, before it has a place in the chain. Values of fields are never part of it. */
export type AuditEvent = {
  action: AuditAction
  /** ISO 8601, by the clock of the server that wrote it. */
  at: string
  document: null | string
  /** Paths of what changed, such as `gallery.0.caption`. */
  fields: string[]
  ip: null | string
  /** The language it was done in or to; none when it concerns the whole document. */
  locale: null | string
  /** Slug of the collection or global. */
  target: null | string
  /** What the document was called at that time. */
  title: null | string
  userAgent: null | string
  userCollection: null | string
  userId: null | string
  /** What the person was called at that time. */
  userName: null | string
}

/** An event in its place: `hash` covers all of it and the hash of the entry before. */
export type AuditEntry = AuditEvent & { hash: string; previousHash: string; seq: number }

/** The event as a document of the database holds it, in the one form that is hashed. */
export const toEvent = (doc: Record<string, unknown>): AuditEvent => {
  const text = (name: keyof AuditEvent): null | string => {
    const value = doc[name]
    return typeof value === 'string' ? value : null
  }
  return {
    action: doc.action as AuditAction,
    at: isoDate(doc.at),
    document: text('document'),
    fields: Array.isArray(doc.fields) ? doc.fields.map(String) : [],
    ip: text('ip'),
    locale: text('locale'),
    target: text('target'),
    title: text('title'),
    userAgent: text('userAgent'),
    userCollection: text('userCollection'),
    userId: text('userId'),
    userName: text('userName'),
  }
}

export const toEntry = (doc: Record<string, unknown>): AuditEntry => ({
  ...toEvent(doc),
  hash: String(doc.hash),
  previousHash: String(doc.previousHash),
  seq: Number(doc.seq),
})

/** A date that was tampered with may be none at all; it is then a wrong hash, not a crash. */
const isoDate = (value: unknown): string => {
  const date = new Date(value as Date | string)
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
}
