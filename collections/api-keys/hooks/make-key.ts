import type { CollectionBeforeChangeHook } from 'payload'

import { hashOfKey, newKey, prefixOfKey } from '../key.ts'

/** The server makes the key, and keeps its hash. The key itself waits in the request, to be shown once. */
export const makeKey: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const key = newKey()
  req.context.newKey = key
  return { ...data, keyHash: hashOfKey(key), prefix: prefixOfKey(key) }
}
