import type { CollectionBeforeChangeHook } from 'payload'

/** Whoever sets the system up runs it: the very first user is an administrator. */
export const makeFirstUserAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  if (totalDocs > 0) return data
  // Two who come first at the same moment write the same place, so that one of them is asked to come again.
  await req.payload.db.upsert({
    collection: 'payload-kv',
    data: { data: { madeAt: new Date().toISOString() }, key: 'first-user' },
    req,
    where: { key: { equals: 'first-user' } },
  })
  return { ...data, roles: ['admin'] }
}
