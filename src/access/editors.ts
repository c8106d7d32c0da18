import type { AccessArgs } from 'payload'
import { hasRole } from './has-role.ts'

/** Administrators and editors. */
export const editors = ({ req }: AccessArgs): boolean => hasRole(req.user, 'admin', 'editor')
