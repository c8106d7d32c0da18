import { createLocalReq, type Payload, type TypeWithID } from 'payload'

import type { Content } from './content/content-field.ts'
import { storedName } from './content/locale-states.ts'
import { writeStates } from './write-states.ts'

/**
 * Gives each document its states that was written before there were any, or past Payload. Runs at start; when nothing
 * is missing, it costs one query for each collection.
 */
export const fillMissingStates = async (
  payload: Payload,
  collections: readonly string[],
): Promise<void> => {
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : []
  for (const slug of collections as 'news-briefs'[]) {
    const { config: collection } = payload.collections[slug]
    const missing = {
      or: locales.map((code) => ({ [`localeStates.${storedName(code)}`]: { exists: false } })),
    }
    const { docs } = await payload.db.find<Content & TypeWithID>({
      collection: slug,
      limit: 0,
      pagination: false,
      select: { updatedAt: true },
      where: missing,
    })
    for (const { id } of docs) {
      const req = await createLocalReq({}, payload)
      await writeStates({ collection, id: String(id), req })
    }
  }
}
