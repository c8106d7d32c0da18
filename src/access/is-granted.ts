import type { PayloadRequest, Where } from 'payload'

import { type Actor, type Operation, roleMatrix, type Rules, systemRules } from './role-matrix.ts'

type Asking = {
  collection: string
  operation: Operation
  req: Pick<PayloadRequest, 'locale' | 'user'>
}

type User = {
  collection?: string
  collections?: null | string[]
  id?: string
  locales?: null | string[]
  roles?: Actor[] | null
  scope?: string
}

/**
 * What the table says to the one who asks: yes, no, or which documents. `published` is a no here: which documents
 * that means is for the plugin `locale-publishing` to say.
 */
export const isGranted = ({ collection, operation, req }: Asking): boolean | Where => {
  const user = req.user as null | User
  const grants = rows[collection]?.[operation] ?? {}
  const held = actorsOf(user).map((actor) => grants[actor])
  const named = user?.collections ?? []
  const isAllowed =
    held.includes('yes') ||
    (held.includes('theirLanguages') && user?.locales?.includes(req.locale ?? '') === true) ||
    (held.includes('inItsCollections') && (named.length === 0 || named.includes(collection)))
  if (isAllowed) return true
  return held.includes('self') && user?.id ? { id: { equals: user.id } } : false
}

const rows: Partial<Record<string, Rules>> = { ...roleMatrix, ...systemRules }

const actorsOf = (user: null | User): Actor[] => {
  if (!user) return ['anonymous']
  if (user.collection === 'api-keys')
    return ['anonymous', user.scope === 'drafts' ? 'draftsKey' : 'publishedKey']
  return ['anonymous', ...(user.roles ?? [])]
}
