import { isRecord } from '../is-record.ts'
import { cleanText } from './clean-text.ts'
import type { DocumentReference, LinkTarget } from './rich-text-node.ts'

/** Where a link leads, by the fields that Payload's editor keeps of it. */
export const readLinkTarget = (fields: unknown): LinkTarget => {
  if (!isRecord(fields)) return null
  if (fields.linkType === 'internal') return readReference(fields.doc)
  const url = safeAddress(fields.url)
  return url === null ? null : { url }
}

/** A reference `{ relationTo, value }`, whose value is an id or a document that was read along. */
export const readReference = (reference: unknown): DocumentReference | null => {
  if (!isRecord(reference) || typeof reference.relationTo !== 'string') return null
  const id = idOf(reference.value)
  return id === null ? null : { collection: reference.relationTo, id }
}

/** The id of a document, or of what was read along in its place. */
export const idOf = (value: unknown): null | string => {
  const id = isRecord(value) ? value.id : value
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null
}

/** An address that a reader may be sent to, as browsers understand it; a `javascript:` one is none. */
export const safeAddress = (value: unknown): null | string => {
  const text = cleanText(value).trim()
  if (text === '' || !URL.canParse(text)) return null
  const { href, protocol } = new URL(text)
  return schemes.includes(protocol) ? href : null
}

const schemes = ['https:', 'http:', 'mailto:', 'tel:']
