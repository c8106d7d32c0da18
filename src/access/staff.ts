import type { AccessArgs } from 'payload'
import { hasRole } from './has-role.ts'

/** People who work on the content: administrators, editors and translators. */
export const staff = ({ req }: AccessArgs): boolean =>
  hasRole(req.user, 'admin', 'editor', 'translator')
