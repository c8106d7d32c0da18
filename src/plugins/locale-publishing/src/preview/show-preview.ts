import type {
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { isPreviewed } from './preview-of-request.ts'

/** Whoever holds a preview reads that one document as it was saved last. After the guard, which reads no drafts. */
export const showPreview: CollectionBeforeOperationHook = async (hook) => {
  const { collection, overrideAccess, req } = hook
  const args = hook.args as { collection: { config: SanitizedCollectionConfig }; id?: string }
  if (overrideAccess || args.id === undefined) return args
  if (!(await isPreviewed({ id: args.id, req, slug: collection.slug }))) return args
  keepNowhere(req)
  return { ...args, draft: true }
}

/** Nobody in between keeps what a preview shows, and no search engine finds it. */
export const keepNowhere = (req: PayloadRequest): void => {
  req.responseHeaders ??= new Headers()
  for (const [name, value] of Object.entries(neverKept)) req.responseHeaders.set(name, value)
}

const neverKept = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
