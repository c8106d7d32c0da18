import type { FieldHook } from 'payload'
import { hasRole } from '../access/has-role.ts'

/** Internal contacts leave the server only for staff. */
export const hideInternalContacts: FieldHook = ({ overrideAccess, req, value }) => {
  if (overrideAccess || !Array.isArray(value)) return value
  if (hasRole(req.user, 'admin', 'editor', 'translator')) return value
  return value.filter((contact: { visibility?: string }) => contact.visibility === 'public')
}
