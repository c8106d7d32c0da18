import type { Payload } from 'payload'

import { fillMissingStates } from './fill-missing-states.ts'
import { alignPublishedRows } from './keep-rows-together.ts'
import type { PublishingOptions } from './options.ts'
import { readLatestDrafts } from './read-latest-drafts.ts'
import { storeRevisions } from './revisions/store-revisions.ts'
import { storeStates } from './stored-states.ts'
import { storeMoves } from './trash/store-moves.ts'
import { fillMissingUses } from './uploads/fill-missing-uses.ts'
import { storeShownUploads } from './uploads/store-shown-uploads.ts'

/** What is done below Payload's operations, where the texts of all languages pass. */
export const keepBooks = async (
  payload: Payload,
  {
    collections,
    publicCollections,
    uploads,
  }: Pick<PublishingOptions, 'collections' | 'publicCollections' | 'uploads'>,
): Promise<void> => {
  alignPublishedRows(payload)
  readLatestDrafts(payload, collections)
  storeStates(payload, collections)
  storeRevisions(payload, collections)
  storeMoves(payload, [...collections, ...publicCollections, ...uploads])
  storeShownUploads(payload, { collections, uploads })
  await fillMissingStates(payload, collections)
  await fillMissingUses(payload, { collections, uploads })
}
