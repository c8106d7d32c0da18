import type { AccessArgs } from 'payload'
import { hasRole } from './roles.ts'

/** Administrators only. */
export const admins = ({ req }: AccessArgs): boolean => hasRole(req.user, 'admin')
