import type { Access, CollectionConfig } from 'payload'

import { isGranted } from './is-granted.ts'
import { type Kept, type Operation, roleMatrix } from './role-matrix.ts'

/** The access rules of a collection or global, as the table has them. */
export const accessTo = (collection: Kept) => {
  const trash = 'deleteForGood' in roleMatrix[collection]
  const rule =
    (operation: Operation): Access =>
    ({ req }) =>
      isGranted({ collection, operation, req })
  return {
    create: ({ req }) => isGranted({ collection, operation: 'create', req }) === true,
    delete: trash ? fromTrash(collection) : rule('delete'),
    read: ({ req }) =>
      isGranted({ collection, operation: 'readDrafts', req }) ||
      isGranted({ collection, operation: 'read', req }),
    readVersions: rule('readVersions'),
    // Which fields a translator may write is asked by `keepTranslatorsToTheirTexts`.
    update: ({ req }) =>
      isGranted({ collection, operation: 'writeText', req }) ||
      isGranted({ collection, operation: 'writeShared', req }),
  } satisfies CollectionConfig['access']
}

/** Payload asks one rule about moving a document to the trash, which it then has the date of, and about what lies there. */
const fromTrash =
  (collection: Kept): Access<{ deletedAt?: null | string }> =>
  ({ data, req }) => {
    if (data?.deletedAt) return isGranted({ collection, operation: 'delete', req })
    const isAllowed = isGranted({ collection, operation: 'deleteForGood', req }) === true
    return isAllowed && { deletedAt: { exists: true } }
  }
