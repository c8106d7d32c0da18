import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  Payload,
  PayloadRequest,
  TypeWithID,
} from 'payload'

import { type Content, isContent } from '../content/content-field.ts'
import { storedName } from '../content/locale-states.ts'
import { notesOf } from '../notes-of-request.ts'
import { closeSchedules, findOpenSchedules } from './open-schedules.ts'
import type { ScheduledPublication } from './scheduled-publications.ts'

type Noted = {
  /** The stored states as this save makes them. */
  after?: unknown
  /** The same before it. */
  before: unknown
  open: ScheduledPublication[]
}

const noted = (req: Partial<PayloadRequest> | undefined) =>
  notesOf<Noted>({ about: 'schedules', req })

/** Of a document that is new, nothing is open. */
export const noteNoSchedules = ({
  id,
  req,
}: {
  id: string
  req: Partial<PayloadRequest> | undefined
}): void => {
  noted(req).set(id, { before: undefined, open: [] })
}

/** Looks up what is open of a document that is being saved, for its states and for {@link keepSchedules}. */
export const noteSchedules = async ({
  before,
  id,
  payload,
  req,
  slug,
}: {
  before: unknown
  id: string
  payload: Payload
  req: Partial<PayloadRequest> | undefined
  slug: string
}): Promise<Noted> => {
  // One save may write two versions.
  const note = noted(req).get(id) ?? {
    before,
    open: await findOpenSchedules({ id, payload, req, slug }),
  }
  noted(req).set(id, note)
  return note
}

/** What was done by hand is not done again: publishing or withdrawing a language ends what was to do the same. */
export const keepSchedules: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const { id, ...document } = doc as Content & TypeWithID
  const note = noted(req).get(String(id))
  if (!note) return doc as unknown
  noted(req).delete(String(id))
  const { after, before, open } = note
  await closeSchedules({
    payload: req.payload,
    req,
    schedules: open.filter(({ action, locale }) => {
      if (document.deletedAt) return true
      if (action === 'publish') return isPublishing({ data: data as Content, locale, req })
      return isPublic(before, locale) === true && isPublic(after, locale) === false
    }),
  })
  return doc as unknown
}

/** A document that is gone is not published any more. */
export const cancelSchedules: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const { payload } = req
  const schedules = await findOpenSchedules({ id: String(id), payload, req, slug: collection.slug })
  await closeSchedules({ payload, req, schedules })
}

/** Whether a save publishes a language. */
export const isPublishing = ({
  data: { _status: status },
  locale,
  req,
}: {
  data: Content
  locale: string
  req: PayloadRequest
}): boolean =>
  isContent(status)
    ? status[locale] === 'published'
    : status === 'published' && req.locale === locale

/** Whether readers see a language; unknown of one that is to be published. */
const isPublic = (states: unknown, locale: string): boolean | undefined => {
  const state = isContent(states) ? states[storedName(locale)] : undefined
  if (state === 'changed' || state === 'published') return true
  return state === 'draft' || state === 'not-started' ? false : undefined
}
