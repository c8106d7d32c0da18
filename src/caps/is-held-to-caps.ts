import type { PayloadRequest } from 'payload'

import { mayQueryFreely } from '../access/may-query-freely.ts'

/** Who does not work here: readers, viewers, and keys for what is published. */
export const isHeldToCaps = (req: PayloadRequest): boolean => {
  const isDraftsKey = req.user?.collection === 'api-keys' && req.user.scope === 'drafts'
  // Who is staff is so in every collection of the content.
  return !isDraftsKey && !mayQueryFreely({ collection: 'news-briefs', req })
}
