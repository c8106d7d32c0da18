import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
  TypeWithID,
  Where,
} from 'payload'

import { type Content, isContent } from './content/content-field.ts'
import { localeStates, type LocaleState, storedStates } from './content/locale-states.ts'
import { notesOf } from './notes-of-request.ts'
import { noteNoSchedules, noteSchedules } from './schedules/keep-schedules.ts'
import { localesToPublish } from './schedules/open-schedules.ts'
import { takeExpectedLatest } from './what-is-done.ts'

/** The state of each language, kept with the document so that lists can show it and filter by it. */
export type StoredStates = Record<string, LocaleState>

type Noted = {
  /** What readers see, as far as it is needed here. */
  published?: Public
  states?: StoredStates
  /** The states that the document was written with, when these were not the ones it had before. */
  written?: StoredStates | undefined
}

type Public = Content & TypeWithID

type Known = { latest: Content; published: Content; scheduled?: ReadonlySet<string> }

type Saved = {
  known: Noted
  latest: Content
  parent: unknown
  req: Partial<PayloadRequest> | undefined
  slug: string
}

type Operation = (args: {
  collection?: string
  collectionSlug?: string
  data?: Content
  joins?: false
  parent?: unknown
  req?: Partial<PayloadRequest>
  select?: Record<string, true>
  versionData?: Content
  where?: Where
}) => Promise<null | Public>

/** The states that a request has written, by the id of the document; whoever has just saved it need not read it again. */
export const told = (req: Partial<PayloadRequest>): Map<string, StoredStates> =>
  notesOf<StoredStates>({ about: 'told', req })

const expected = (req: Partial<PayloadRequest> | undefined): Map<string, true> =>
  notesOf<true>({ about: 'expected', req })

/** Lets the document be written together with its states when it is published, in place of once more afterwards. */
export const expectPublishing: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const { _status: status } = data as Content
  if (operation === 'update' && status === 'published') expected(req).set('publishing', true)
  else expected(req).delete('publishing')
  return data
}

/** What is known of each document that a request writes. */
const note = (req: Partial<PayloadRequest> | undefined, id: unknown): Noted => {
  const documents = notesOf<Noted>({ about: 'states', req })
  const found = documents.get(String(id)) ?? {}
  documents.set(String(id), found)
  return found
}

/**
 * Writes the states wherever a document of these collections is written, below all hooks: there the texts of all
 * languages are at hand, of what readers see as well as of what was saved last.
 */
export const storeStates = (payload: Payload, slugs: readonly string[]): void => {
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const db = payload.db as unknown as Record<
    'create' | 'createVersion' | 'findOne' | 'updateOne' | 'updateVersion',
    Operation
  >
  const { create, createVersion, findOne, updateOne, updateVersion } = db
  const { localization } = payload.config
  const statesOf = (slug: string, { latest, published, scheduled }: Known): StoredStates =>
    storedStates(
      localeStates({
        fields:
          payload.collections[slug as keyof typeof payload.collections].config.flattenedFields,
        latest,
        locales: localization ? localization.localeCodes : [],
        published,
        ...(scheduled ? { scheduled } : {}),
      }),
    )

  const keep = async ({ known, latest, parent, req, slug }: Saved): Promise<void> => {
    const published: Content = known.published ?? {}
    const before = published.localeStates
    const id = String(parent)
    const note = await noteSchedules({ before, id, payload, req, slug })
    known.states = statesOf(slug, { latest, published, scheduled: localesToPublish(note.open) })
    note.after = known.states
  }

  db.create = async (args) => {
    const { collection: slug = '', data = {}, req } = args
    if (!slugs.includes(slug)) return create.call(db, args)
    const latest = takeExpectedLatest(req) ?? data
    const localeStates = statesOf(slug, { latest, published: data })
    const document = await create.call(db, { ...args, data: { ...data, localeStates } })
    if (!document) return document
    note(req, document.id).published = { ...document, _status: data._status }
    noteNoSchedules({ id: String(document.id), req })
    return document
  }

  db.updateOne = async (args) => {
    const { collection: slug = '', data, req } = args
    if (!slugs.includes(slug)) return updateOne.call(db, args)
    const isPublishing = expected(req).delete('publishing') && isContent(data?._status)
    // Published, both what readers see and what was saved last are this.
    const states = isPublishing ? statesOf(slug, { latest: data, published: data }) : undefined
    const document = await updateOne.call(
      db,
      // A copy, for the adapter writes into what it is given.
      states ? { ...args, data: { ...data, localeStates: { ...states } } } : args,
    )
    if (!document) return document
    const noted = note(req, document.id)
    noted.published = states ? { ...document, localeStates: data?.localeStates } : document
    noted.written = states
    return document
  }

  db.createVersion = async (args) => {
    const { collectionSlug: slug = '', parent, req, versionData = {} } = args
    if (!slugs.includes(slug)) return createVersion.call(db, args)
    const known = note(req, parent)
    known.published ??=
      (await findOne.call(db, {
        collection: slug,
        joins: false,
        req,
        select: { _status: true, localeStates: true, updatedAt: true },
        where: { id: { equals: parent } },
      })) ?? undefined
    await keep({ known, latest: versionData, parent, req, slug })
    return createVersion.call(db, {
      ...args,
      versionData: { ...versionData, localeStates: known.states },
    })
  }

  // Of all that Payload does, only withdrawing every language changes a version in place.
  db.updateVersion = async (args) => {
    const { collection: slug = '', req, versionData } = args
    const version = versionData?.version
    const known = note(req, versionData?.parent)
    if (!slugs.includes(slug) || !isContent(version) || !known.published)
      return updateVersion.call(db, args)
    await keep({ known, latest: version, parent: versionData?.parent, req, slug })
    return updateVersion.call(db, {
      ...args,
      versionData: { ...versionData, version: { ...version, localeStates: known.states } },
    })
  }
}

/** The document that readers see carries the states too; it is written only when they have changed. */
export const keepStates: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { id } = doc as TypeWithID
  const { published, states, written = published?.localeStates } = note(req, id)
  notesOf({ about: 'states', req }).delete(String(id))
  if (states) told(req).set(String(id), states)
  if (!published || !states || JSON.stringify(written) === JSON.stringify(states)) return
  await req.payload.db.updateOne({
    id,
    collection: collection.slug,
    // Nothing that readers see has changed.
    data: { localeStates: states, updatedAt: published.updatedAt },
    req,
    returning: false,
  })
  notesOf({ about: 'states', req }).delete(String(id))
}
