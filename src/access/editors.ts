import type { AccessArgs } from 'payload'
import { hasRole } from './roles.ts'

/** Administrators and editors. */
export const editors = ({ req }: AccessArgs): boolean => hasRole(req.user, 'admin', 'editor')
