import type { CollectionAfterDeleteHook } from 'payload'
import { slugClaimsSlug } from './slug-claims.ts'

/** Gives the slugs of a deleted document back. */
export const releaseSlugs: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  await req.payload.db.deleteMany({
    collection: slugClaimsSlug,
    req,
    where: { and: [{ document: { equals: String(id) } }, { target: { equals: collection.slug } }] },
  })
  return doc
}
