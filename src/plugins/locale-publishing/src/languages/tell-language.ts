import type {
  CollectionAfterOperationHook,
  CollectionAfterReadHook,
  GlobalAfterReadHook,
  PayloadRequest,
} from 'payload'

import { type Content, isContent } from '../content/content-field.ts'
import { type Fallen, pathsOfFallen } from './in-one-language.ts'
import { noteLanguages } from './note-languages.ts'
import { askedReading, type Reading, readingOf } from './reading.ts'

/** Each document says which language it is in, and which of its fields are in another one. */
export const tellLanguage: CollectionAfterReadHook = (hook) => {
  const { doc, overrideAccess, req } = hook
  if (overrideAccess) return doc as unknown
  return withLanguage(doc as Content, readingOf(req) ?? askedReading(req))
}

/** The same of a global, and for the header of the answer. */
export const tellLanguageOfGlobal: GlobalAfterReadHook = (hook) => {
  const { doc, req } = hook
  const { overrideAccess } = hook as { overrideAccess?: boolean }
  if (overrideAccess) return doc as unknown
  const told = withLanguage(doc as Content, askedReading(req))
  noteLanguages(req, languagesOf(told, req))
  return told
}

/** The answer's header names the languages of the documents in it, or the one asked for where there is none. */
export const tellLanguages: CollectionAfterOperationHook = (hook) => {
  const { overrideAccess, req } = hook as typeof hook & { overrideAccess?: boolean }
  const { operation, result } = hook as { operation: string; result: unknown }
  if (overrideAccess || !withTexts.has(operation) || !isContent(result)) return result
  const docs = Array.isArray(result.docs) ? (result.docs as unknown[]) : [result]
  if (docs.length === 0) noteLanguages(req, languagesOf({}, req))
  for (const doc of docs) if (isContent(doc)) noteLanguages(req, languagesOf(doc, req))
  return result
}

const withTexts = new Set(['create', 'find', 'findByID', 'update', 'updateByID'])

const withLanguage = (doc: Content, { asked, fallbacks, isFallbackAsked }: Reading): Content => {
  if (asked === 'all') return doc
  doc._locale ??= asked
  if (isFallbackAsked) {
    doc._fallbacks = fallbacks.length > 0 ? pathsOfFallen(doc, fallenOf(doc)) : []
  }
  return doc
}

// Written by `chooseLanguage` alone; a document without it was read by a preview, which has no fallback.
const fallenOf = ({ _fallbacks }: Content): Fallen[] =>
  Array.isArray(_fallbacks) ? (_fallbacks as Fallen[]) : []

const languagesOf = ({ _fallbacks, _locale, _status }: Content, req: PayloadRequest): string[] => {
  const { localization } = req.payload.config
  const known = localization ? localization.localeCodes : []
  if (typeof _locale !== 'string') {
    const { asked } = readingOf(req) ?? askedReading(req)
    if (asked !== 'all') return [asked]
    return isContent(_status) ? Object.keys(_status) : known
  }
  const fallen = Array.isArray(_fallbacks) ? (_fallbacks as { locale: string }[]) : []
  return [_locale, ...fallen.map(({ locale }) => locale)]
}
