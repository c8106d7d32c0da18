import type { AccessArgs } from 'payload'

import { isGranted } from './is-granted.ts'

/** Whoever may publish content; it is the same people in every collection of it. */
export const publishers = ({ req }: AccessArgs): boolean =>
  isGranted({ collection: 'news-briefs', operation: 'writeStatus', req }) === true
