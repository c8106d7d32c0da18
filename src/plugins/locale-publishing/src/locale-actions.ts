import {
  APIError,
  executeAccess,
  Forbidden,
  getLatestCollectionVersion,
  isolateObjectProperty,
  NotFound,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  saveVersion,
  type TypeWithID,
} from 'payload'

import type { Content } from './content/content-field.ts'
import { copyLocale } from './content/copy-locale.ts'
import { localeStates, type LocaleState, statusOf, storedName } from './content/locale-states.ts'
import { inTransaction } from './in-transaction.ts'
import { sayWhere } from './readiness/say-where.ts'
import { told } from './stored-states.ts'
import { noteAction } from './what-is-done.ts'
import type { ScheduledPublication } from './schedules/scheduled-publications.ts'
import { findOpenSchedules, localesToPublish } from './schedules/open-schedules.ts'

type LocalesOfDocument = {
  /** What was saved last, in all languages. */
  latest: Content
  /** Codes of the languages that readers see. */
  published: string[]
  schedules: ScheduledPublication[]
  states: Record<string, LocaleState>
}

export type LocaleAction = 'publish' | 'revert' | 'unpublish'

export type LocaleActionArgs = {
  collection: SanitizedCollectionConfig
  id: string
  /** Codes of the languages it is done to; the others stay as they are. */
  locales: string[]
  /** `true` for work that no person asks for, such as a schedule. @default false: the collection's rules hold */
  overrideAccess?: boolean
  req: PayloadRequest
}

/**
 * Publishes, withdraws or takes back to the published text the given languages of one document, all or none of them.
 * The only place that knows how Payload 3.90 keeps a status for each language (`localizeStatus`).
 *
 * @returns the state of every language afterwards
 * @throws NotFound; ValidationError naming the fields that publishing needs; APIError 409 when a language is not public
 */
export const changeLocales = async (
  action: LocaleAction,
  args: LocaleActionArgs,
): Promise<Record<string, LocaleState>> => {
  const { req } = args
  const written = told(req)
  try {
    return await inTransaction(req, async () => {
      if (!args.overrideAccess) await assertMayUpdate(args)
      written.delete(args.id)
      noteAction(req, action)
      for (const locale of args.locales) {
        await actions[action]({ ...args, locale })
      }
      const stored = written.get(args.id)
      return stored ? fromStored(stored, req) : readLocaleStates(args)
    })
  } finally {
    noteAction(req, undefined)
  }
}

const fromStored = (
  stored: Record<string, LocaleState>,
  req: PayloadRequest,
): Record<string, LocaleState> => {
  const { localization } = req.payload.config
  const locales = localization ? localization.localeCodes : []
  return Object.fromEntries(
    locales.map((locale) => [locale, stored[storedName(locale)] ?? 'not-started']),
  )
}

/** The state of every language of one document, as it is now. */
export const readLocaleStates = async (
  args: Omit<LocaleActionArgs, 'locales'>,
): Promise<Record<string, LocaleState>> => (await readLocales(args)).states

/** The same, with the languages that readers see and the schedules that are open. */
export const readLocales = async ({
  collection,
  id,
  req,
}: Omit<LocaleActionArgs, 'locales'>): Promise<LocalesOfDocument> => {
  const { latest, published } = await readBoth({ collection, id, req })
  const { payload } = req
  const schedules = await findOpenSchedules({ id, payload, req, slug: collection.slug })
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : []
  const states = localeStates({
    fields: collection.flattenedFields,
    latest,
    locales,
    published,
    scheduled: localesToPublish(schedules),
  })
  return {
    latest,
    published: locales.filter((locale) => statusOf(published, locale) === 'published'),
    schedules,
    states,
  }
}

type OneLocale = LocaleActionArgs & { locale: string }

const publish = async ({
  collection,
  id,
  locale,
  overrideAccess = false,
  req,
}: OneLocale): Promise<void> => {
  await sayWhere({ id, locale, req, slug: collection.slug }, () =>
    req.payload.update({
      id,
      collection: collection.slug as 'topics',
      // The type of a status differs by collection; a package does not know the project's.
      data: { _status: 'published' } as Record<string, unknown>,
      depth: 0,
      fallbackLocale: false,
      locale: locale as 'en',
      overrideAccess,
      req: inLocale(req, locale),
    }),
  )
}

/** Written beside Payload's update, which would ask for the required fields of what is about to be hidden. */
const unpublish = async ({ collection, id, locale, req }: OneLocale): Promise<void> => {
  const { latest, published } = await readBoth({ collection, id, req })
  assertPublished({ locale, published })
  await write({ collection, data: withDraft(published, locale), id, req })
  await keep({ collection, id, isDraft: false, locale, next: withDraft(latest, locale), req })
}

const revert = async ({ collection, id, locale, req }: OneLocale): Promise<void> => {
  const { latest, published } = await readBoth({ collection, id, req })
  assertPublished({ locale, published })
  const fields = collection.flattenedFields
  const next = copyLocale({ fields, from: published, locale, to: latest })
  await keep({ collection, id, isDraft: true, locale, next, req })
}

const actions = { publish, revert, unpublish }

/** Writes what readers see. */
const write = async ({
  collection,
  data,
  id,
  req,
}: Omit<LocaleActionArgs, 'locales'> & { data: Content }): Promise<void> => {
  const updatedAt = new Date().toISOString()
  await req.payload.db.updateOne({
    id,
    collection: collection.slug,
    data: { ...data, updatedAt },
    req,
  })
}

/** Saves a new latest version, and tells the hooks of the collection. */
export const keep = async ({
  collection,
  id,
  isDraft,
  locale,
  next,
  req,
}: Omit<OneLocale, 'locales'> & { isDraft: boolean; next: Content }): Promise<void> => {
  const { payload } = req
  const localReq = inLocale(req, locale)
  await saveVersion({
    id,
    collection,
    docWithLocales: next,
    draft: isDraft,
    operation: 'update',
    payload,
    req: localReq,
  })
  const doc = await payload.findByID({
    id,
    collection: collection.slug as 'topics',
    depth: 0,
    draft: isDraft,
    fallbackLocale: false,
    locale: locale as 'en',
    req: localReq,
  })
  for (const hook of collection.hooks.afterChange) {
    await hook({
      collection,
      context: req.context,
      data: { _status: statusOf(next, locale) },
      doc,
      operation: 'update',
      previousDoc: doc,
      req: localReq,
    })
  }
}

/** What readers see of a document, and what was saved last, with all their languages. */
export const readBoth = async ({
  collection,
  id,
  req,
}: Omit<LocaleActionArgs, 'locales'>): Promise<{ latest: Content; published: Content }> => {
  const query = { collection: collection.slug, req, where: { id: { equals: id } } }
  const published = await req.payload.db.findOne<Content & TypeWithID>(query)
  if (!published) throw new NotFound(req.t)
  const latest: Content | undefined = await getLatestCollectionVersion({
    config: collection,
    id,
    payload: req.payload,
    query,
    req,
  })
  return { latest: latest ?? published, published }
}

/** @throws Forbidden when this person may not change the document */
export const assertMayUpdate = async ({ collection, id, req }: LocaleActionArgs): Promise<void> => {
  const rule = await executeAccess({ id, req }, collection.access.update)
  if (typeof rule !== 'object') return
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    req,
    where: { and: [{ id: { equals: id } }, rule] },
  })
  if (totalDocs === 0) throw new Forbidden(req.t)
}

const assertPublished = ({ locale, published }: { locale: string; published: Content }): void => {
  if (statusOf(published, locale) === 'published') return
  throw new APIError(`This document is not published in “${locale}”.`, 409, { locale }, true)
}

/** The document with one language not public. */
export const withDraft = (doc: Content, locale: string): Content => ({
  ...doc,
  _status: { ...(doc._status as Content | undefined), [locale]: 'draft' },
})

/** Payload writes the language of an operation into its request; the caller's keeps its own. */
export const inLocale = (req: PayloadRequest, locale: string): PayloadRequest => {
  const isolated = isolateObjectProperty(req, ['fallbackLocale', 'locale'])
  isolated.locale = locale as 'en'
  return isolated
}
