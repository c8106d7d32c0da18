import type { AccessArgs } from 'payload'
import { hasRole } from './has-role.ts'

/** Administrators only. */
export const admins = ({ req }: AccessArgs): boolean => hasRole(req.user, 'admin')
