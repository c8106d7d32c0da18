import type { FieldAccess } from 'payload'

import { isGranted } from '../../src/access/is-granted.ts'

/** What the server writes, and nobody else. */
export const byServerOnly: { create: FieldAccess; update: FieldAccess } = {
  create: () => false,
  update: () => false,
}

/** Keys and their hashes: nobody, administrators included. */
export const mayReadSecrets: FieldAccess = ({ req }) =>
  isGranted({ collection: 'api-keys', operation: 'readSecret', req }) === true
