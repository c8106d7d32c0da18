import type { CollectionBeforeOperationHook, SelectType } from 'payload'
import { getSelectMode } from 'payload/shared'

/**
 * Drops what a selection that leaves fields out also asks for. Payload asks each document of a relation for `deletedAt`
 * beside it, and then reads no such field at all, because it is neither left out nor unnamed: a program in the trash would
 * be populated as if it were not there.
 */
export const settleSelection: CollectionBeforeOperationHook = (hook) => {
  const { args } = hook
  const { select } = args as { select?: SelectType }
  if (!select || getSelectMode(select) !== 'exclude') return
  const leftOut = Object.entries(select).filter(([, value]) => value !== true)
  return { ...args, select: Object.fromEntries(leftOut) }
}
