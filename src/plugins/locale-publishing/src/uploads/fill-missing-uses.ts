import { createLocalReq, type Payload, type TypeWithID } from 'payload'

import type { Content } from '../content/content-field.ts'
import { inTransaction } from '../in-transaction.ts'
import { keepShownUploads } from './keep-shown-uploads.ts'

/**
 * Counts the uses of files that were stored before uses were counted. Runs at start; when nothing is missing, it costs
 * one query for each collection of uploads.
 */
export const fillMissingUses = async (
  payload: Payload,
  { collections, uploads }: { collections: readonly string[]; uploads: readonly string[] },
): Promise<void> => {
  const uncounted = await Promise.all(uploads.map((slug) => findUncounted(payload, slug)))
  if (uncounted.every((ids) => ids.length === 0)) return
  for (const slug of collections as 'topics'[]) {
    const { docs } = await payload.db.find({
      collection: slug,
      limit: 0,
      pagination: false,
      select: { id: true },
    })
    for (const { id } of docs) await countOne({ id: String(id), payload, slug, uploads })
  }
  // Last, so that a start that was cut off begins anew.
  for (const [index, slug] of (uploads as 'media'[]).entries()) {
    const shown = new Set(await findUncounted(payload, slug))
    for (const id of uncounted[index] ?? []) {
      if (shown.has(id))
        await payload.db.updateOne({
          id,
          collection: slug,
          data: { shownBy: 0, updatedAt: null },
          returning: false,
        })
    }
  }
}

const findUncounted = async (payload: Payload, slug: string): Promise<string[]> => {
  const { docs } = await payload.db.find({
    collection: slug as 'media',
    limit: 0,
    pagination: false,
    select: { id: true },
    where: { shownBy: { exists: false } },
  })
  return docs.map(({ id }) => String(id))
}

const countOne = async ({
  id,
  payload,
  slug,
  uploads,
}: {
  id: string
  payload: Payload
  slug: string
  uploads: readonly string[]
}): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const where = { id: { equals: id } }
    const doc = await payload.db.findOne<Content & TypeWithID>({
      collection: slug as 'topics',
      req,
      where,
    })
    await keepShownUploads({ doc: doc ?? undefined, id, payload, req, slug, uploads })
  })
}
