import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalAfterChangeHook,
  PayloadRequest,
  TypeWithID,
} from 'payload'

import type { AuditTrailOptions, Watched } from '../options.ts'
import { changedPaths } from './changed-paths.ts'
import { describeSave } from './describe-save.ts'
import { recordEvent } from './record-event.ts'
import { isToldApart } from './tell-trail.ts'

type Content = Record<string, unknown>
type Context = { options: AuditTrailOptions; watched: Watched }

const versionKey = 'audit-trail:restoring-version'
const passwordKey = 'audit-trail:new-password'

/** Notes what later hooks are not told: that an older version is brought back. */
export const noteOperation: CollectionBeforeOperationHook = (hook) => {
  const { args, req } = hook
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  req.context[versionKey] = (hook as { operation: string }).operation === 'restoreVersion'
  return args
}

/** A new password is stored as a hash, in fields that later hooks do not see. */
export const notePassword: CollectionBeforeChangeHook = ({ data, req }) => {
  req.context[passwordKey] = Boolean((data as { password?: unknown }).password)
  return data
}

export const tellChange =
  ({ options, watched }: Context): CollectionAfterChangeHook =>
  async ({ collection, data, doc, operation, previousDoc, req }) => {
    if (isToldApart(req)) return doc as unknown
    const { useAsTitle = 'id' } = collection.admin
    const isCreate = operation === 'create'
    const [before, after] = [isCreate ? {} : contentOf(previousDoc), contentOf(doc)]
    await tell({
      after,
      before,
      context: { options, watched },
      data: contentOf(data),
      document: String(after.id ?? before.id),
      fields: collection.flattenedFields,
      isCreate,
      req,
      target: collection.slug,
      title: after[useAsTitle] ?? before[useAsTitle],
    })
    return doc as unknown
  }

export const tellGlobalChange =
  ({ options, watched }: Context): GlobalAfterChangeHook =>
  async ({ data, doc, global, previousDoc, req }) => {
    await tell({
      after: contentOf(doc),
      before: contentOf(previousDoc),
      context: { options, watched },
      data: contentOf(data),
      document: null,
      fields: global.flattenedFields,
      isCreate: false,
      req,
      target: global.slug,
      title: null,
    })
    return doc as unknown
  }

export const tellDeletion =
  ({ options, watched }: Context): CollectionAfterDeleteHook =>
  async ({ collection, doc, id, req }) => {
    const title: unknown = contentOf(doc)[collection.admin.useAsTitle ?? 'id']
    await recordEvent({
      data: {
        action: watched.deleted ?? 'deleted',
        document: String(id),
        target: collection.slug,
        title: textOf(title),
      },
      options,
      req,
    })
    return doc as unknown
  }

const tell = async ({
  after,
  before,
  context: { options, watched },
  data,
  document,
  fields,
  isCreate,
  req,
  target,
  title,
}: {
  after: Content
  before: Content
  context: Context
  data: Content
  document: null | string
  fields: FlattenedField[]
  isCreate: boolean
  req: PayloadRequest
  target: string
  title: unknown
}): Promise<void> => {
  const locale = req.locale && req.locale !== 'all' ? req.locale : null
  const status = after._status ?? data._status
  const told = describeSave({
    after: publicLocales({ doc: after, options, req }),
    before: publicLocales({ doc: before, options, req }),
    deletedAt: {
      after: data.deletedAt === undefined ? before.deletedAt : data.deletedAt,
      before: before.deletedAt,
    },
    fields: [
      ...changedPaths({ after: data, before, fields: fields.filter(isContent) }),
      ...(req.context[passwordKey] ? ['password'] : []),
    ],
    isCreate,
    isRestoringVersion: req.context[versionKey] === true,
    isSavedAsPublished: status === 'published',
    locale,
    localeAction: options.localeAction?.(req),
    rules: watched,
  })
  // What happens to the whole document may be asked for in a language that it has no title in.
  const known =
    textOf(title) ?? (document === null ? null : await anyTitle({ document, req, target }))
  for (const event of told) {
    const isLocalized = event.locale === null || fields.some(({ localized }) => localized)
    await recordEvent({
      data: {
        ...event,
        document,
        locale: isLocalized ? event.locale : null,
        target,
        title: known,
      },
      options,
      req,
    })
  }
}

const anyTitle = async ({
  document,
  req: { payload, transactionID },
  target,
}: {
  document: string
  req: PayloadRequest
  target: string
}): Promise<null | string> => {
  const collections: Partial<Record<string, { config: { admin: { useAsTitle?: string } } }>> =
    payload.collections
  const { useAsTitle } = collections[target]?.config.admin ?? {}
  if (!useAsTitle || useAsTitle === 'id') return null
  const doc = await payload.db.findOne<Content & TypeWithID>({
    collection: target as 'topics',
    ...(transactionID === undefined ? {} : { req: { transactionID } }),
    where: { id: { equals: document } },
  })
  return textOf(doc?.[useAsTitle])
}

/** Payload keeps these itself. */
const isContent = ({ name }: FlattenedField): boolean =>
  !['_status', 'createdAt', 'deletedAt', 'updatedAt'].includes(name)

const publicLocales = ({
  doc,
  options,
  req,
}: {
  doc: Content
  options: AuditTrailOptions
  req: PayloadRequest
}): Record<string, boolean | undefined> => {
  const { localization } = req.payload.config
  return Object.fromEntries(
    (localization ? localization.localeCodes : []).map((locale) => [
      locale,
      options.isPublic?.({ doc, locale }),
    ]),
  )
}

/** A title read in all languages is told in the first that has one. */
const textOf = (title: unknown): null | string => {
  if (typeof title === 'string') return title
  return Object.values(contentOf(title)).find((text) => typeof text === 'string') ?? null
}

const contentOf = (value: unknown): Content =>
  typeof value === 'object' && value !== null ? (value as Content) : {}
