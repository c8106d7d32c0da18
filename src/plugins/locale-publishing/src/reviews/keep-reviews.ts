import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, TypeWithID } from 'payload'

import type { Content } from '../content/content-field.ts'
import { isPublishing } from '../schedules/keep-schedules.ts'
import { closeReviews, findOpenReviews } from './open-reviews.ts'

/** What was published has been read; what lies in the trash need not be. */
export const keepReviews: CollectionAfterChangeHook = async ({
  collection: { slug },
  data,
  doc,
  operation,
  req,
}) => {
  const { deletedAt, id } = doc as Content & TypeWithID
  const { payload } = req
  const isDone = (locale: string) => isPublishing({ data: data as Content, locale, req })
  const { localization } = payload.config
  const isAnyDone = localization && localization.localeCodes.some(isDone)
  if (operation === 'create' || !(deletedAt || isAnyDone)) return doc as unknown
  const open = await findOpenReviews({ id: String(id), payload, req, slug })
  const published = deletedAt ? [] : open.filter(({ locale }) => isDone(locale))
  await closeReviews({ payload, req, reviews: published, state: 'published' })
  await closeReviews({ payload, req, reviews: deletedAt ? open : [], state: 'withdrawn' })
  return doc as unknown
}

export const forgetReviews: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const { payload } = req
  const reviews = await findOpenReviews({ id: String(id), payload, req, slug: collection.slug })
  await closeReviews({ payload, req, reviews, state: 'withdrawn' })
}
