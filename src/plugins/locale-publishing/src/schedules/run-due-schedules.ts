import {
  createLocalReq,
  Forbidden,
  getLocalI18n,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type TypedUser,
} from 'payload'

import { inTransaction } from '../in-transaction.ts'
import { changeLocales } from '../locale-actions.ts'
import { writeStates } from '../write-states.ts'
import { isTemporary, reasonOf } from './failure-texts.ts'
import { endSchedule } from './open-schedules.ts'
import { reportFailure } from './report-failure.ts'
import type { PublishingRule, ScheduledPublication } from './scheduled-publications.ts'
import { scheduledPublicationsSlug } from './scheduled-publications-slug.ts'

export type RunOptions = {
  /** What counts as due. @default the time of the machine */
  now?: Date
  /**
   * Runs a piece of work again when its transaction lost against another one.
   * @default once; what was lost is tried again the next time
   */
  repeat?: <T>(work: () => Promise<T>) => Promise<T>
  /** Aborted, no further schedule is begun. */
  signal?: AbortSignal
}

/** What came of a schedule in this run; `pending` when an error of the server lets it wait for the next one. */
export type RunOutcome = { id: string; state: 'done' | 'failed' | 'pending' }

/**
 * Does what is due, in the order of its time, each as the person who set it and with the rights this person has now.
 * The change of the document and the mark that it was done are one transaction, so that each is done once, whatever
 * number of processes run this, and whenever one of them ends.
 */
export const runDueSchedules = async (
  payload: Payload,
  { now = new Date(), repeat = (work) => work(), signal }: RunOptions = {},
): Promise<RunOutcome[]> => {
  const { docs: due } = await payload.db.find<ScheduledPublication>({
    collection: scheduledPublicationsSlug,
    limit: 0,
    pagination: false,
    sort: 'at',
    where: {
      and: [{ state: { equals: 'pending' } }, { at: { less_than_equal: now.toISOString() } }],
    },
  })
  const outcomes: RunOutcome[] = []
  const waiting = new Set<string>()
  for (const schedule of due) {
    if (signal?.aborted) break
    const { document, id, locale } = schedule
    // What is to follow does not overtake.
    if (waiting.has(`${document}/${locale}`)) continue
    const state = await runOne({ now, payload, repeat, schedule })
    if (state === 'pending') waiting.add(`${document}/${locale}`)
    if (state) outcomes.push({ id, state })
  }
  return outcomes
}

type Run = {
  now: Date
  payload: Payload
  repeat: <T>(work: () => Promise<T>) => Promise<T>
  schedule: ScheduledPublication
}

/** Answers nothing when another process, or a person, was faster. */
const runOne = async (run: Run): Promise<RunOutcome['state'] | undefined> => {
  const { payload, repeat, schedule } = run
  try {
    return (await repeat(() => perform(run))) ? 'done' : undefined
  } catch (error) {
    if (isTemporary(error) && (await mayTryAgain({ error, run }))) {
      payload.logger.error({ err: error, msg: 'A scheduled publication is tried again', schedule })
      return 'pending'
    }
    const i18n = await i18nOf(run)
    const message = reasonOf({ collection: collectionOf(run), error, i18n })
    if (!(await repeat(() => fail({ ...run, message })))) return undefined
    await reportFailure({ i18n, message, payload, schedule })
    return 'failed'
  }
}

/** @returns whether it was still to be done */
const perform = async (run: Run): Promise<boolean> => {
  const { now, payload, schedule } = run
  const { action, document: id, locale } = schedule
  const user = await personOf(run)
  const req = await requestOf({ ...run, user })
  return inTransaction(req, async () => {
    const isMine = await endSchedule({
      id: schedule.id,
      notAfter: now,
      payload,
      req,
      state: 'done',
    })
    if (!isMine) return false
    const { mayPublish } = payload.collections[
      scheduledPublicationsSlug as keyof typeof payload.collections
    ].config.custom as PublishingRule
    if (!user || (await mayPublish({ id, req })) !== true) throw new Forbidden(req.t)
    await changeLocales(action, { collection: collectionOf(run), id, locales: [locale], req })
    return true
  })
}

/** @returns whether it was still to be done */
const fail = async (run: Run & { message: string }): Promise<boolean> => {
  const { message, payload, schedule } = run
  const collection = collectionOf(run)
  const req = await requestOf(run)
  return inTransaction(req, async () => {
    const isMine = await endSchedule({ id: schedule.id, message, payload, req, state: 'failed' })
    const { totalDocs } = await payload.db.count({
      collection: collection.slug,
      req,
      where: { id: { equals: schedule.document } },
    })
    if (isMine && totalDocs > 0) await writeStates({ collection, id: schedule.document, req })
    return isMine
  })
}

const mayTryAgain = async ({ error, run }: { error: unknown; run: Run }): Promise<boolean> => {
  const { payload, schedule } = run
  const attempts = (schedule.attempts ?? 0) + 1
  // Others were writing the same document all the time: that says nothing against this one.
  if ((error as { status?: unknown }).status === 503) return true
  if (attempts >= mostAttempts) return false
  await payload.db.updateOne({
    id: schedule.id,
    collection: scheduledPublicationsSlug as 'topics',
    data: { attempts },
  })
  return true
}

const mostAttempts = 5

const personOf = async ({ payload, schedule }: Run): Promise<TypedUser | undefined> => {
  const collection = schedule.personCollection
  if (!(collection in payload.collections)) return undefined
  const person = await payload.findByID({
    id: schedule.person,
    collection: collection as 'users',
    depth: 0,
    disableErrors: true,
  })
  return person ? { ...person, collection: collection as 'users' } : undefined
}

const i18nOf = ({ payload, schedule }: Run) =>
  getLocalI18n({
    config: payload.config,
    // One of those that the admin UI was shown in.
    language: (schedule.language ?? payload.config.i18n.fallbackLanguage) as 'en',
  })

const requestOf = async (run: Run & { user?: TypedUser | undefined }): Promise<PayloadRequest> =>
  createLocalReq(
    {
      // For hooks that want to know that nobody was sitting there.
      context: { scheduledPublication: run.schedule.id },
      locale: run.schedule.locale,
      req: { i18n: await i18nOf(run) },
      ...(run.user ? { user: run.user } : {}),
    },
    run.payload,
  )

const collectionOf = ({ payload, schedule }: Run): SanitizedCollectionConfig =>
  payload.collections[schedule.documentCollection as keyof typeof payload.collections].config
