import { APIError, NotFound, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { inWordsOf } from '../in-words-of.ts'
import { languageName } from '../language-name.ts'
import { assertMayUpdate, readLocales } from '../locale-actions.ts'
import { nameOfPerson } from '../name-of-person.ts'
import { writeStates } from '../write-states.ts'
import { type AskedSchedule, badRequest } from './asked-schedule.ts'
import { closeSchedules, findOpenSchedules } from './open-schedules.ts'
import type { ScheduledPublication } from './scheduled-publications.ts'
import { scheduledPublicationsSlug } from './scheduled-publications-slug.ts'

type Target = { collection: SanitizedCollectionConfig; id: string; req: PayloadRequest }

/**
 * Sets the time at which languages of a document are published or withdrawn, for all of them or for none. What was
 * set for the same before no longer counts.
 *
 * @throws NotFound; Forbidden; APIError 400 naming `at` when a language would be withdrawn before it is published
 */
export const scheduleLocales = (target: Target & AskedSchedule): Promise<ScheduledPublication[]> =>
  withStates(target, async () => {
    const { action, at, collection, id, locales, req } = target
    await assertMayUpdate(target)
    const { published, schedules } = await readLocales(target)
    const made: ScheduledPublication[] = []
    for (const locale of locales) {
      const ofLocale = schedules.filter((each) => each.locale === locale)
      assertInOrder({ action, at, isPublic: published.includes(locale), locale, ofLocale, req })
      await closeSchedules({
        payload: req.payload,
        req,
        schedules: ofLocale.filter((each) => each.action === action),
      })
      const data = {
        action,
        at: at.toISOString(),
        attempts: 0,
        document: id,
        documentCollection: collection.slug,
        isOpen: true,
        language: req.i18n.language,
        locale,
        person: String(req.user?.id),
        personCollection: req.user?.collection,
        scheduledBy: nameOfPerson(req.user),
        slot: [collection.slug, id, locale, action].join('/'),
        state: 'pending',
      }
      const row: unknown = await req.payload.db.create({
        collection: scheduledPublicationsSlug,
        data,
        req,
      })
      made.push(row as ScheduledPublication)
    }
    return made
  })

/**
 * Cancels a pending schedule, and with a publication the withdrawal that was to follow it; takes note of a failure.
 *
 * @returns the schedules that are no longer open
 * @throws NotFound; Forbidden; APIError 409 when it was done meanwhile
 */
export const cancelSchedule = (
  target: Target & { schedule: string },
): Promise<ScheduledPublication[]> =>
  withStates(target, async () => {
    const { collection, id, req, schedule } = target
    const { payload } = req
    await assertMayUpdate({ ...target, locales: [] })
    const { published, schedules } = await readLocales(target)
    const row = schedules.find((each) => each.id === schedule)
    if (!row) {
      const { docs } = await payload.db.find<ScheduledPublication>({
        collection: scheduledPublicationsSlug,
        limit: 1,
        req,
        where: {
          and: [
            { id: { equals: schedule } },
            { document: { equals: id } },
            { documentCollection: { equals: collection.slug } },
          ],
        },
      })
      if (!docs[0]) throw new NotFound(req.t)
      throw new APIError(inWordsOf(req, texts.over), 409, { state: docs[0].state }, true)
    }
    const isFollowing = ({ action, locale, state }: ScheduledPublication) =>
      state === 'pending' && action === 'unpublish' && locale === row.locale
    const isOrphaning =
      row.state === 'pending' && row.action === 'publish' && !published.includes(row.locale)
    const closed = [row, ...(isOrphaning ? schedules.filter(isFollowing) : [])]
    await closeSchedules({ payload, req, schedules: closed })
    return closed
  })

/** All schedules of a document, past ones included; the latest first. */
export const allSchedules = async ({
  collection,
  id,
  req,
}: Target): Promise<ScheduledPublication[]> => {
  const open = await findOpenSchedules({ id, payload: req.payload, req, slug: collection.slug })
  const { docs } = await req.payload.db.find<ScheduledPublication>({
    collection: scheduledPublicationsSlug,
    limit: 100,
    pagination: false,
    req,
    sort: '-at',
    where: {
      and: [
        { document: { equals: id } },
        { documentCollection: { equals: collection.slug } },
        { isOpen: { not_equals: true } },
      ],
    },
  })
  return [...open, ...docs]
}

const withStates = <T>(target: Target, work: () => Promise<T>): Promise<T> =>
  inTransaction(target.req, async () => {
    const result = await work()
    await writeStates(target)
    return result
  })

const assertInOrder = ({
  action,
  at,
  isPublic,
  locale,
  ofLocale,
  req,
}: Pick<AskedSchedule, 'action' | 'at'> & {
  isPublic: boolean
  locale: string
  ofLocale: ScheduledPublication[]
  req: PayloadRequest
}): void => {
  const other = ofLocale.find((each) => each.state === 'pending' && each.action !== action)
  const refuse = (text: { en: string; zh: string }) => {
    throw badRequest(
      'at',
      inWordsOf(req, text).replace('{language}', languageName({ locale, req })),
    )
  }
  if (action === 'unpublish' && !other && !isPublic) refuse(texts.notPublic)
  if (!other) return
  const isLater = at.getTime() > new Date(other.at).getTime()
  if (action === 'unpublish' && !isLater) refuse(texts.before)
  if (action === 'publish' && at.getTime() >= new Date(other.at).getTime()) refuse(texts.after)
}

const texts = {
  after: {
    en: 'In {language}, this document is to be unpublished before that time. Choose an earlier time, or cancel that first.',
    zh: '该文档的{language}内容在该时间之前就会被撤下。请选择更早的时间，或先取消定时撤下。',
  },
  before: {
    en: 'In {language}, this document is to be published at that time or later, so it cannot be unpublished before. Choose a later time.',
    zh: '该文档的{language}内容届时尚未发布，不能提前撤下。请选择更晚的时间。',
  },
  notPublic: {
    en: 'In {language}, this document is neither published nor scheduled to be, so there is nothing to unpublish.',
    zh: '该文档的{language}内容既未发布，也没有定时发布，无可撤下。',
  },
  over: {
    en: 'This schedule is no longer pending.',
    zh: '该定时任务已执行或已取消。',
  },
}
