import type { CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'

import { localizedPath } from './localized-path.ts'
import type { Reading } from './reading.ts'

/**
 * The documents among which a filter on an indexed text, such as a slug, finds anything: those that have the text in
 * one of the languages, whether it is shown or not. Which of them fit is asked with the filter itself, for which alone
 * a database would look at every document, as it has an index for each language and none for what is shown.
 */
export const narrowByIndex = async ({
  collection,
  fields,
  reading: { asked, fallbacks },
  req,
  where,
}: {
  collection: string
  fields: readonly FlattenedField[]
  reading: Reading
  req: PayloadRequest
  where: undefined | Where
}): Promise<undefined | Where> => {
  const indexed = indexedPart({ fields, req, where })
  if (!indexed) return undefined
  const ids = new Set<number | string>()
  for (const locale of [asked, ...fallbacks]) {
    const { docs } = await req.payload.db.find<{ id: number | string }>({
      collection: collection as CollectionSlug,
      limit: most + 1,
      locale,
      pagination: false,
      req,
      select: { id: true },
      where: indexed,
    })
    if (docs.length > most) return undefined
    for (const { id } of docs) ids.add(id)
  }
  return { id: { in: [...ids] } }
}

/** More of them would not be narrower. */
const most = 100

/** A comparison that every found document has to fit, and that a database answers from an index. */
const indexedPart = ({
  fields,
  req,
  where = {},
}: {
  fields: readonly FlattenedField[]
  req: PayloadRequest
  where: undefined | Where
}): undefined | Where => {
  for (const [path, condition] of Object.entries(where)) {
    if (path.toLowerCase() === 'and' && Array.isArray(condition)) {
      for (const part of condition) {
        const found = indexedPart({ fields, req, where: part })
        if (found) return found
      }
    }
    if (Array.isArray(condition) || typeof condition.equals !== 'string') continue
    const found = localizedPath({ fields, path, req })
    const isIndexed =
      found.kind === 'text' && 'index' in found.field && found.field.index && condition.equals
    if (isIndexed) return { [found.pathIn()]: { equals: condition.equals } }
  }
  return undefined
}
