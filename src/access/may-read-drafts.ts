import type { PayloadRequest } from 'payload'

import { isGranted } from './is-granted.ts'

/** People who work on the content, and keys made for it, in the collections they were made for. */
export const mayReadDrafts = (asking: { collection: string; req: PayloadRequest }): boolean =>
  isGranted({ ...asking, operation: 'readDrafts' }) === true
