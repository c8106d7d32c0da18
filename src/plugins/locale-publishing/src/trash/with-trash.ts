import type { Access, CollectionConfig } from 'payload'

import { queriesFreely } from '../reads-drafts.ts'
import { moveWhole } from './move-whole.ts'
import { trashEndpoints } from './trash-endpoints.ts'

/** A collection without a status, whose documents go to the trash first, out of the sight of readers. */
export const withTrash = (collection: CollectionConfig): CollectionConfig => {
  if (!collection.trash) return collection
  const { access, endpoints, hooks, slug } = collection
  return {
    ...collection,
    access: { ...access, ...(access?.read ? { read: outOfTrash(slug, access.read) } : {}) },
    endpoints: [...(endpoints === false ? [] : (endpoints ?? [])), ...trashEndpoints(slug)],
    hooks: { ...hooks, beforeOperation: [...(hooks?.beforeOperation ?? []), moveWhole] },
  }
}

/** Payload leaves the trash out of lists, and not of what is read through others. */
const outOfTrash =
  (collection: string, rule: Access): Access =>
  async (args) => {
    const allowed = await rule(args)
    if (!allowed || queriesFreely({ collection, req: args.req })) return allowed
    const isThere = { deletedAt: { exists: false } }
    return allowed === true ? isThere : { and: [allowed, isThere] }
  }
