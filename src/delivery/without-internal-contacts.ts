import type { DeliveredCollection } from '@qiao/delivery'

type Contact = { visibility?: unknown }

/** Staff may read internal contacts; on a page they never stand. */
export const withoutInternalContacts: NonNullable<DeliveredCollection['publicPart']> = (doc) => {
  const { contacts } = doc
  return Array.isArray(contacts)
    ? {
        ...doc,
        contacts: (contacts as Contact[]).filter(({ visibility }) => visibility === 'public'),
      }
    : doc
}
