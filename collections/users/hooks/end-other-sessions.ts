import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '../../../src/generated/payload-types.ts'

/**
 * Whose roles or languages change signs in anew, except on the device where it was done. Payload does the same when a
 * password changes.
 */
export const endOtherSessions: CollectionBeforeChangeHook<User> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const isSame = (['locales', 'roles'] as const).every(
    (name) => !(name in data) || listed(data[name]) === listed(originalDoc[name]),
  )
  if (isSame) return data
  const sessions = originalDoc.sessions?.filter(({ id }) => id === sidOf(req.user)) ?? []
  return { ...data, sessions }
}

const listed = (values: null | readonly string[] | undefined): string =>
  [...(values ?? [])].sort().join()

const sidOf = (user: unknown): string | undefined => (user as { _sid?: string } | null)?._sid
