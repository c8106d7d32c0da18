import type { FieldHook } from 'payload'
import { isGranted } from '../access/is-granted.ts'

/** Internal contacts leave the server only for staff. */
export const hideInternalContacts: FieldHook = ({ collection, overrideAccess, req, value }) => {
  if (overrideAccess || !Array.isArray(value)) return value
  const asking = { collection: collection?.slug ?? '', operation: 'readInternal', req } as const
  if (isGranted(asking)) return value
  return value.filter((contact: { visibility?: string }) => contact.visibility === 'public')
}
