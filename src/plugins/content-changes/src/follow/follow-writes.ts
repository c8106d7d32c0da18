import { type Write, watchWrites } from '@qiao/committed-writes'
import type { Payload, PayloadRequest } from 'payload'

import { type SeenDocument, seenDocument } from '../content/seen-document.ts'
import { fillAgain, isFilled } from '../fill/fill-state.ts'
import type { ContentEvent } from '../model/content-event.ts'
import type { ChangesOptions } from '../options.ts'
import { keepPublicDocuments } from './keep-public-documents.ts'

/** Of one transaction, as many documents are compared at once. */
const atOnce = 100

/**
 * Follows what transactions change for readers, inside of them: so the register, whoever is told, and the content are
 * committed together or not at all. Of what was written, what readers see is noted at once: reading it again would be most
 * of what this costs.
 */
export const followWrites = (payload: Payload, options: ChangesOptions): void => {
  watchWrites<SeenDocument>(payload, {
    beforeCommit: async ({ req, seen, writes }) => {
      const events: ContentEvent[] = []
      for (const collection of options.collections) {
        const own = writes.filter((write) => isOfContent({ collection, options, write }))
        if (own.length === 0) continue
        const known = lastSeen(own, seen)
        events.push(
          ...(await follow({ collection, options, payload, req, seen: known, writes: own })),
        )
      }
      if (events.length > 0) await options.onEvents({ events, payload, req })
    },
    look: (doc, write) =>
      isOfContent({ collection: write.slug, options, write })
        ? seenDocument({ collection: write.slug, doc, options, payload })
        : undefined,
    watches: (slug) => options.collections.includes(slug),
  })
}

/** What is known of documents after all these writes, without reading them. */
const lastSeen = (
  writes: readonly Write[],
  seen: { get: (write: Write) => SeenDocument | undefined },
): ReadonlyMap<string, SeenDocument> => {
  const known = new Map<string, SeenDocument>()
  for (const write of writes) {
    const document = seen.get(write)
    if (!write.ids) known.clear()
    for (const id of write.ids ?? []) {
      if (document) known.set(id, document)
      else known.delete(id)
    }
  }
  return known
}

/** Whether a write can have changed what readers see. */
const isOfContent = ({
  collection,
  options: { keptFields },
  write: { entity, fields, isVersion, slug },
}: {
  collection: string
  options: ChangesOptions
  write: Write
}): boolean => {
  if (entity !== 'collection' || isVersion || slug !== collection) return false
  return !fields?.every((name) => keptFields.includes(name))
}

const follow = async ({
  collection,
  options,
  payload,
  req,
  seen,
  writes,
}: {
  collection: string
  options: ChangesOptions
  payload: Payload
  req: Pick<PayloadRequest, 'transactionID'>
  seen: ReadonlyMap<string, SeenDocument>
  writes: readonly Write[]
}): Promise<ContentEvent[]> => {
  const events: ContentEvent[] = []
  if (writes.some(({ ids }) => ids === undefined)) await fillAgain({ collection, payload, req })
  const ids = [...new Set(writes.flatMap((write) => write.ids ?? []))]
  const filled = ids.length > 0 && (await isFilled({ collection, payload, req }))
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    const kept = { collection, ids: some, isFilled: filled, options, payload, req, seen }
    events.push(...(await keepPublicDocuments(kept)))
  }
  return events
}
