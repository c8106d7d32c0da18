import type { CollectionBeforeChangeHook } from 'payload'

/** Whoever sets the system up runs it: the very first user is an administrator. */
export const makeFirstUserAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  // Counting a whole collection is an estimate in MongoDB, and no transaction allows that.
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  return docs.length === 0 ? { ...data, roles: ['admin'] } : data
}
