import type { Config, Plugin } from 'payload'

import { changesEndpoint } from './changes/changes-endpoint.ts'
import { followWrites } from './follow/follow-writes.ts'
import { keepUp } from './keep-up.ts'
import { progress } from './model/progress.ts'
import { publicDocuments } from './model/public-documents.ts'
import { completeOptions, type ContentChangesOptions } from './options.ts'

export { countPublicDocuments } from './list/count-public-documents.ts'
export { lastChangesOf } from './list/last-changes-of.ts'
export { listPublicDocuments } from './list/list-public-documents.ts'
export type { ContentEvent } from './model/content-event.ts'
export { unplaced } from './model/public-documents.ts'
export type { ContentChangesOptions }

/**
 * Keeps a register of what readers see, one row for each language of a document, in the transactions that change it.
 * From it come exact events for others to act on, and `GET /api/changes`, by which a website is built incrementally.
 */
export const contentChanges =
  (given: ContentChangesOptions): Plugin =>
  (config: Config): Config => {
    const options = completeOptions(given, config)
    const collections = [...(config.collections ?? []), publicDocuments, progress]
    if (!options.enabled) return { ...config, collections }
    return {
      ...config,
      collections,
      endpoints: [...(config.endpoints ?? []), changesEndpoint(options)],
      onInit: async (payload) => {
        await config.onInit?.(payload)
        followWrites(payload, options)
        await keepUp(payload, options)
      },
    }
  }
