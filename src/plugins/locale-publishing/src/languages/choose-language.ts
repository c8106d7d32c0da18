import type {
  CollectionBeforeReadHook,
  FlattenedField,
  GlobalBeforeReadHook,
  PayloadRequest,
} from 'payload'

import { type Content, isContent } from '../content/content-field.ts'
import { readsDrafts } from '../reads-drafts.ts'
import { inOneLanguage } from './in-one-language.ts'
import { askedReading, type Reading, readingOf } from './reading.ts'

/**
 * Decides which language a document is in, and takes every other one out, before Payload makes one text of each field.
 * A language that is not published of it is no fallback: for whoever reads no drafts it is not there.
 */
export const chooseLanguage: CollectionBeforeReadHook = (hook) => {
  const { collection, doc, req } = hook
  const { overrideAccess } = hook as { overrideAccess?: boolean }
  const reading = readingOf(req) ?? askedReading(req)
  if (overrideAccess || reading.fallbacks.length === 0) return doc as unknown
  const content = doc as Content
  const fields = collection.flattenedFields
  // An older version, which has no id of its own, is what it was saved as.
  if (content.id === undefined) return onlyIn(reading.asked, content, fields)
  return chosen({ doc: content, fields, reading, req, slug: collection.slug })
}

/** The same of a global, whose requests are not shared. */
export const chooseLanguageOfGlobal: GlobalBeforeReadHook = (hook) => {
  const { doc, global, req } = hook
  const { overrideAccess } = hook as { overrideAccess?: boolean }
  const reading = askedReading(req)
  if (overrideAccess || reading.fallbacks.length === 0) return doc as unknown
  return chosen({
    doc: doc as Content,
    fields: global.flattenedFields,
    reading,
    req,
    slug: global.slug,
  })
}

const chosen = ({
  doc,
  fields,
  reading: { asked, fallbacks },
  req,
  slug,
}: {
  doc: Content
  fields: FlattenedField[]
  reading: Reading
  req: PayloadRequest
  slug: string
}): Content => {
  const all = [asked, ...fallbacks]
  const status = doc._status
  const chain =
    isContent(status) && !readsDrafts({ collection: slug, req })
      ? all.filter((locale) => status[locale] === 'published')
      : all
  const [own] = chain
  // The rule on documents lets none through that is published in none of them.
  if (own === undefined) return onlyIn('', doc, fields)
  const { fallen, part } = inOneLanguage({ chain, fields, part: doc, under: asked })
  return { ...part, _fallbacks: fallen, _locale: own }
}

const onlyIn = (locale: string, doc: Content, fields: FlattenedField[]): Content =>
  inOneLanguage({ chain: [locale], fields, part: doc, under: locale }).part
