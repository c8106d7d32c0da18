import type { FieldAccess } from 'payload'

import { isGranted } from '../../src/access/is-granted.ts'

/** Nobody gives themselves a role or a language. */
export const maySetRights: FieldAccess = ({ req }) =>
  isGranted({ collection: 'users', operation: 'writeRights', req }) === true

/** What nobody needs to see, administrators included, so that nobody can steal it. */
export const mayReadSecrets: FieldAccess = ({ req }) =>
  isGranted({ collection: 'users', operation: 'readSecret', req }) === true
