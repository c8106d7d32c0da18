import type { Payload, PayloadRequest } from 'payload'

import { openFor } from '../about-documents.ts'
import { findIfAny } from '../find-if-any.ts'
import type { ReviewRequest, ReviewState } from './review-requests.ts'
import { reviewRequestsSlug } from './review-requests-slug.ts'

/** What the outside is told of a request for review. */
export type Review = {
  /** Whether the one who asks has submitted it. */
  isOwn: boolean
  locale: string
  note: null | string
  /** ISO 8601, in UTC. */
  submittedAt: string
  submittedBy: null | string
}

export const reviewOf = (
  { createdAt, locale, note, person, submittedBy }: ReviewRequest,
  { user }: Pick<PayloadRequest, 'user'>,
): Review => ({
  isOwn: person === String(user?.id),
  locale,
  note: note ?? null,
  submittedAt: createdAt,
  submittedBy: submittedBy ?? null,
})

/** What waits for review of one document, the oldest first. */
export const findOpenReviews = ({
  id,
  payload,
  req,
  slug,
}: {
  id: string
  payload: Payload
  req: Partial<PayloadRequest>
  slug: string
}): Promise<ReviewRequest[]> =>
  findIfAny({
    collection: reviewRequestsSlug,
    payload,
    req,
    sort: 'createdAt',
    where: openFor({ id, slug }),
  })

/** Ends requests; the next one for the same language is another one. */
export const closeReviews = async ({
  payload,
  req,
  reviews,
  state,
}: {
  payload: Payload
  req: Partial<PayloadRequest>
  reviews: readonly ReviewRequest[]
  state: Exclude<ReviewState, 'open'>
}): Promise<void> => {
  const endedAt = new Date().toISOString()
  for (const { id } of reviews) {
    await payload.db.updateOne({
      id,
      collection: reviewRequestsSlug as 'topics',
      data: { endedAt, isOpen: false, slot: id, state },
      req,
      returning: false,
    })
  }
}
