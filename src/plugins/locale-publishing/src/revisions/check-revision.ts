import {
  APIError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

import type { Content } from '../content/content-field.ts'
import { statusOf } from '../content/locale-states.ts'
import { oneLocale } from '../content/one-locale.ts'
import { settleEdits } from '../content/settle-edits.ts'
import { assertMayUpdate } from '../locale-actions.ts'
import { askedRevision } from './asked-revision.ts'
import { describeEdits, type SavedState } from './describe-edits.ts'
import { labelOfPath } from './label-of-path.ts'
import { RevisionConflictError } from './revision-conflict-error.ts'

/**
 * A write that names the revision it was made on changes what its author changed, and nothing that others saved
 * meanwhile. What both changed is theirs to settle: the write is refused and nothing is saved.
 *
 * @throws RevisionConflictError 412; APIError 400 for a malformed revision.
 */
export const checkRevision: CollectionBeforeOperationHook = async (hook) => {
  const { req } = hook
  const args = hook.args as {
    collection: { config: SanitizedCollectionConfig }
    data?: Content
    id?: string
  }
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  if ((hook as { operation: string }).operation !== 'update' || !args.data) return args
  const { lastSaved: _, localeStates: __, ...data } = args.data
  const asked = askedRevision({ data: args.data, req })
  if (!asked) return { ...args, data }
  const { id } = args
  if (id === undefined) {
    throw new APIError(
      'If-Match is for the change of one document.',
      400,
      { field: 'If-Match' },
      true,
    )
  }
  const { config: collection } = args.collection
  if (!hook.overrideAccess) await assertMayUpdate({ collection, id, locales: [], req })
  const states = await statesSince({ asked, collection, id, req })
  const latest = states.at(-1)
  if (!latest || latest.version.lastSaved?.revision === asked) return { ...args, data }

  const locale = req.locale ?? ''
  const fields = collection.flattenedFields
  const read = ({ version }: SavedState) => oneLocale({ fields, locale, part: version })
  const base = states.findLast(({ version }) => version.lastSaved?.revision === asked)
  const settled =
    base && settleEdits({ base: read(base), fields, mine: data, theirs: read(latest) })
  // Publishing would show readers what its author has never seen.
  const isUnseen = data._status === 'published' && statusOf(latest.version, locale) !== 'published'
  const paths = settled && [...settled.conflicts, ...(isUnseen ? settled.theirs : [])]
  if (paths?.length === 0) return { ...args, data: settled?.data }
  throw new RevisionConflictError({
    conflicts: describeEdits({
      fields,
      labelOf: (path) => labelOfPath({ fields, path, req }),
      paths: [...new Set(paths)],
      read,
      states,
    }),
    isTooOld: !base,
    latest,
    mine: settled?.mine ?? [],
    req,
  })
}

/** The saved states from the one that was asked for, oldest first; the latest alone when that one is gone. */
const statesSince = async ({
  asked,
  collection,
  id,
  req,
}: {
  asked: string
  collection: SanitizedCollectionConfig
  id: string
  req: PayloadRequest
}): Promise<SavedState[]> => {
  const find = async (options: object): Promise<SavedState[]> => {
    const { docs } = await req.payload.db.findVersions<Content>({
      collection: collection.slug,
      pagination: false,
      req,
      ...options,
    })
    return docs
  }
  const ofDocument = { parent: { equals: id } }
  const latest = await find({
    limit: 1,
    where: { and: [ofDocument, { latest: { equals: true } }] },
  })
  if (latest[0]?.version.lastSaved?.revision === asked) return latest
  const ofRevision = { 'version.lastSaved.revision': { equals: asked } }
  const [base] = await find({
    limit: 1,
    sort: 'updatedAt',
    where: { and: [ofDocument, ofRevision] },
  })
  if (!base) return latest
  const since = { updatedAt: { greater_than_equal: base.updatedAt } }
  const later = await find({ limit: 0, sort: 'updatedAt', where: { and: [ofDocument, since] } })
  const known = new Set([base.id, latest[0]?.id])
  return [base, ...later.filter((each) => !known.has(each.id)), ...latest]
}
