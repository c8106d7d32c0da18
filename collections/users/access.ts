import type { Access, FieldAccess } from 'payload'
import { hasRole } from '../../src/access/has-role.ts'

/** Administrators see everyone; others see and change themselves. */
export const adminsOrSelf: Access = ({ req }) => {
  if (hasRole(req.user, 'admin')) return true
  return req.user ? { id: { equals: req.user.id } } : false
}

/** Nobody gives themselves a role or a language. */
export const adminsOnly: FieldAccess = ({ req }) => hasRole(req.user, 'admin')
