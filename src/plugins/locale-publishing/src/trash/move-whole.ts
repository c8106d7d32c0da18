import {
  type CollectionBeforeOperationHook,
  Forbidden,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

import { notesOf } from '../notes-of-request.ts'

/** What is moved into the trash or out of it, and which of it is written already. */
export type Move = { deletedAt: null | string; kept: Set<string>; written: Set<string> }

export const moveOf = (req: Partial<PayloadRequest> | undefined): Move | undefined =>
  notesOf<Move>({ about: 'trash', req }).get('move')

type Args = {
  collection: { config: SanitizedCollectionConfig }
  data?: Record<string, unknown>
  id?: number | string
  trash?: boolean
}

/**
 * Moving a document to the trash, or back, changes nothing else of it: no text, no status. Payload takes it for a save
 * of the language of the request, and would publish or withdraw that. The time is the server's.
 *
 * @throws Forbidden when somebody restores who may not delete
 */
export const moveWhole: CollectionBeforeOperationHook = async (hook) => {
  const { overrideAccess, req } = hook
  const args = hook.args as Args
  const moves = notesOf<Move>({ about: 'trash', req })
  moves.delete('move')
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  const { operation } = hook as { operation: string }
  if (!args.data || !('deletedAt' in args.data)) return args
  const { deletedAt: asked, ...data } = args.data
  const isMove = operation === 'update' && (asked ? true : args.trash === true)
  if (!isMove) return { ...args, data }
  const now = new Date().toISOString()
  if (!asked && !overrideAccess) {
    const { delete: mayDelete } = args.collection.config.access
    if (!(await mayDelete({ data: { deletedAt: now }, req }))) throw new Forbidden(req.t)
  }
  const deletedAt = asked ? now : null
  moves.set('move', { deletedAt, kept: new Set(), written: new Set() })
  return {
    ...args,
    data: { deletedAt },
    draft: false,
    publishAllLocales: undefined,
    unpublishAllLocales: undefined,
  }
}
