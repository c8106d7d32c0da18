import type { PayloadRequest } from 'payload'

import { isGranted } from './is-granted.ts'

/** Staff, who see what is internal as well: no filter or sort tells them more than they may know. */
export const mayQueryFreely = (asking: { collection: string; req: PayloadRequest }): boolean =>
  isGranted({ ...asking, operation: 'readInternal' }) === true
