import type { CollectionBeforeOperationHook, SanitizedCollectionConfig } from 'payload'

import { isPreviewed } from './preview-of-request.ts'

/** Whoever holds a preview reads that one document as it was saved last. After the guard, which reads no drafts. */
export const showPreview: CollectionBeforeOperationHook = async (hook) => {
  const { collection, overrideAccess, req } = hook
  const args = hook.args as { collection: { config: SanitizedCollectionConfig }; id?: string }
  if (overrideAccess || args.id === undefined) return args
  if (!(await isPreviewed({ id: args.id, req, slug: collection.slug }))) return args
  req.responseHeaders ??= new Headers()
  for (const [name, value] of Object.entries(neverKept)) req.responseHeaders.set(name, value)
  return { ...args, draft: true }
}

/** Nobody in between keeps what was shown, and no search engine finds it. */
const neverKept = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
