import type { CollectionAfterReadHook, FlattenedField } from 'payload'

import { readsDrafts } from './reads-drafts.ts'

/**
 * Takes the texts of unpublished languages out of a document that was read in all languages.
 * The row keeps them after a language was withdrawn, so the rule on documents alone is not enough.
 */
export const removeUnpublishedLocales: CollectionAfterReadHook = ({
  collection,
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || readsDrafts({ collection: collection.slug, req })) return doc
  const status: unknown = doc._status
  // Operations of one request share it, and each gives it its own language: the document tells more surely.
  if (req.locale !== 'all' && !isRecord(status)) return doc
  const isPublished = (locale: string): boolean =>
    isRecord(status) && status[locale] === 'published'
  keepPublished({ fields: collection.flattenedFields, isPublished, record: doc })
  return doc
}

type Walk = {
  fields: FlattenedField[]
  isPublished: (locale: string) => boolean
  record: unknown
}

const keepPublished = ({ fields, isPublished, record }: Walk): void => {
  if (!isRecord(record)) return
  for (const field of fields) {
    const value = record[field.name]
    if (!isRecord(value) && !Array.isArray(value)) continue
    if (field.localized && isRecord(value)) {
      record[field.name] = Object.fromEntries(
        // In one order, whatever was saved last.
        Object.entries(value)
          .filter(([locale]) => isPublished(locale))
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      )
      continue
    }
    for (const part of Array.isArray(value) ? value : [value]) {
      keepPublished({ fields: fieldsWithin({ field, part }), isPublished, record: part })
    }
  }
}

/** References are left alone: a populated document went through this hook under its own status. */
const fieldsWithin = ({
  field,
  part,
}: {
  field: FlattenedField
  part: unknown
}): FlattenedField[] => {
  if (field.type === 'blocks') {
    const block = field.blocks.find((each) => isRecord(part) && each.slug === part.blockType)
    return block?.flattenedFields ?? []
  }
  return 'flattenedFields' in field ? field.flattenedFields : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
