import { APIError, Forbidden, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import type { Content } from '../content/content-field.ts'
import { isContent } from '../content/content-field.ts'
import { inTransaction } from '../in-transaction.ts'
import { inWordsOf } from '../in-words-of.ts'
import { languageName } from '../language-name.ts'
import { assertMayUpdate, inLocale, readLocales } from '../locale-actions.ts'
import { nameOfPerson } from '../name-of-person.ts'
import { closeReviews, findOpenReviews } from './open-reviews.ts'
import type { ReviewRequest } from './review-requests.ts'
import { reviewRequestsSlug } from './review-requests-slug.ts'

export type ReviewTarget = {
  collection: SanitizedCollectionConfig
  id: string
  locales: string[]
  req: PayloadRequest
}

/** Called in the transaction, once for each language that is submitted. */
export type OnSubmit = (submission: {
  collection: string
  document: string
  locale: string
  req: PayloadRequest
  title: null | string
}) => Promise<void>

/**
 * Asks for the review of what was saved last in these languages, all of them or none. Who asks anew changes the note.
 *
 * @returns what waits for review of the document then
 * @throws NotFound; Forbidden for a language that this person may not write; APIError 409 when nothing is new in one
 */
export const submitLocales = (
  target: ReviewTarget & { note?: string | undefined; onSubmit: OnSubmit },
): Promise<ReviewRequest[]> =>
  inTransaction(target.req, async () => {
    const { collection, id, locales, note, onSubmit, req } = target
    const { payload } = req
    for (const locale of locales) await assertMayUpdate({ ...target, req: inLocale(req, locale) })
    const { latest, states } = await readLocales({ collection, id, req })
    const open = await findOpenReviews({ id, payload, req, slug: collection.slug })
    for (const locale of locales) {
      if (!['changed', 'draft', 'scheduled'].includes(states[locale] ?? ''))
        throw new APIError(
          inWordsOf(req, texts.nothing).replace('{language}', languageName({ locale, req })),
          409,
          { locale },
          true,
        )
      const title = titleIn({ collection, doc: latest, locale })
      const before = open.filter((each) => each.locale === locale)
      await closeReviews({ payload, req, reviews: before, state: 'withdrawn' })
      await payload.db.create({
        collection: reviewRequestsSlug,
        data: {
          document: id,
          documentCollection: collection.slug,
          isOpen: true,
          locale,
          note: note ?? null,
          person: String(req.user?.id),
          slot: [collection.slug, id, locale].join('/'),
          state: 'open',
          submittedBy: nameOfPerson(req.user),
          title,
        },
        req,
      })
      await onSubmit({ collection: collection.slug, document: id, locale, req, title })
    }
    return findOpenReviews({ id, payload, req, slug: collection.slug })
  })

/**
 * Ends the review of these languages without publishing: whoever may publish returns them, and who submitted them takes
 * them back.
 *
 * @returns what still waits for review of the document
 * @throws Forbidden for somebody else
 */
export const returnLocales = (
  target: ReviewTarget & { mayPublish: boolean },
): Promise<ReviewRequest[]> =>
  inTransaction(target.req, async () => {
    const { collection, id, locales, mayPublish, req } = target
    const { payload } = req
    const open = await findOpenReviews({ id, payload, req, slug: collection.slug })
    const reviews = open.filter(({ locale }) => locales.includes(locale))
    const isOwn = reviews.every(({ person }) => person === String(req.user?.id))
    if (!isOwn && !mayPublish) throw new Forbidden(req.t)
    await closeReviews({ payload, req, reviews, state: isOwn ? 'withdrawn' : 'returned' })
    return open.filter((each) => !reviews.includes(each))
  })

const titleIn = ({
  collection,
  doc,
  locale,
}: {
  collection: SanitizedCollectionConfig
  doc: Content
  locale: string
}): null | string => {
  const value = doc[collection.admin.useAsTitle ?? 'id']
  const title = isContent(value) ? value[locale] : value
  return typeof title === 'string' ? title : null
}

const texts = {
  nothing: {
    en: 'In {language} there is nothing to review: nothing was saved since it was published, or nothing at all.',
    zh: '没有需要审核的{language}内容：发布之后未曾修改，或尚未填写。',
  },
}
