import { auditTrail, tellTrail } from '@qiao/audit-trail'
import { isPublicIn, localeActionOf, type OnSubmit } from '@qiao/locale-publishing'
import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

import { isGranted } from './access/is-granted.ts'
import { clientAddress } from './client-address.ts'
import { adminGroups } from './published-content.ts'

/** The trail of this project: what it tells of, and what single changes are called. */
export const audit = ({
  collections,
  globals,
}: {
  collections: CollectionConfig[]
  globals: GlobalConfig[]
}): Plugin =>
  auditTrail({
    adminGroup: adminGroups.settings,
    clientAddress,
    collections: {
      ...Object.fromEntries(collections.map(({ slug }) => [slug, {}])),
      'api-keys': { created: 'key-created', fields: { revokedAt: 'key-revoked' } },
      users: { fields: { roles: 'roles-changed' } },
      webhooks: {},
    },
    globals: Object.fromEntries(globals.map(({ slug }) => [slug, {}])),
    isPublic: isPublicIn,
    localeAction: localeActionOf,
    mayRead: ({ req }) => isGranted({ collection: 'audit-trail', operation: 'read', req }) === true,
  })

/** A language that waits for review is told, though nothing of the document has changed. */
export const tellSubmission: OnSubmit = ({ collection: target, req, ...about }) =>
  tellTrail({ event: { action: 'submitted', target, ...about }, req })
