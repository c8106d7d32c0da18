import type { AccessArgs } from 'payload'
import { hasRole } from './has-role.ts'

/** Editors everywhere; translators in the languages given to them. */
export const editorsAndTranslators = ({ req }: AccessArgs): boolean => {
  if (hasRole(req.user, 'admin', 'editor')) return true
  const theirs = (req.user as { locales?: null | string[] } | null)?.locales ?? []
  return hasRole(req.user, 'translator') && theirs.includes(req.locale ?? '')
}
