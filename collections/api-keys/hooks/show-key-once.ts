import type { CollectionAfterChangeHook } from 'payload'

import type { ApiKey } from '../../../src/generated/payload-types.ts'

/** The answer to who made the key is the only place that ever has it. */
export const showKeyOnce: CollectionAfterChangeHook<ApiKey> = ({ doc, operation, req }) => {
  const { newKey } = req.context
  if (operation !== 'create' || typeof newKey !== 'string') return doc
  delete req.context.newKey
  return { ...doc, key: newKey }
}
