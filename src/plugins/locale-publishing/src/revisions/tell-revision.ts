import type { CollectionAfterOperationHook } from 'payload'

import { readsDrafts } from '../reads-drafts.ts'
import type { LastSaved } from './store-revisions.ts'

/** Answers of one document carry its revision as `ETag`, for whoever reads drafts; readers' answers do not. */
export const tellRevision: CollectionAfterOperationHook = (hook) => {
  const { collection, req, result } = hook
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  const { operation } = hook as { operation: string }
  if (req.payloadAPI !== 'REST' || !readsDrafts({ collection: collection.slug, req })) return result
  if (!['create', 'findByID', 'update', 'updateByID'].includes(operation)) return result
  const { lastSaved } = result as { lastSaved?: Partial<LastSaved> }
  if (lastSaved?.revision) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('ETag', `"${lastSaved.revision}"`)
  }
  return result
}
