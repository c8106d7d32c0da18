import type {
  Collection,
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  SelectType,
  Where,
} from 'payload'

import { isPreviewed } from '../preview/preview-of-request.ts'
import { readsDrafts } from '../reads-drafts.ts'
import { localizedPath } from './localized-path.ts'
import { narrowByIndex } from './narrow-by-index.ts'
import { type Reading, readingOf, requestOfReading } from './reading.ts'
import { refuseSortWithFallback, whereWithFallback } from './where-with-fallback.ts'

/**
 * Settles in which languages an operation answers, after all else has looked at what was asked. With a fallback, a
 * filter is about the text that is shown in the end, whatever language that is in.
 */
export const readInLanguages: CollectionBeforeOperationHook = async (hook) => {
  const { operation } = hook as { operation: string }
  const { overrideAccess } = hook
  const args = hook.args as ReadArgs
  if (overrideAccess) return args
  if (!readings.has(operation)) {
    // A text that stands in must not come near a save.
    args.req.fallbackLocale = false
    return args
  }
  const { config } = args.collection
  const isPreview =
    args.id !== undefined && (await isPreviewed({ id: args.id, req: args.req, slug: config.slug }))
  const req = requestOfReading({ isWithoutFallback: isPreview, req: args.req })
  const reading = readingOf(req)
  const own = { ...args, req, select: withoutTold(args.select) }
  if (!reading || reading.fallbacks.length === 0) return own
  const { defaultSort, flattenedFields: fields } = config
  refuseSortWithFallback({ fields, paths: pathsOf(args.sort), req })
  // The usual order of the collection may be one by what differs by language, which nobody has asked for here.
  const isUsualFit = pathsOf(defaultSort).every(
    (path) => localizedPath({ fields, path, req }).kind === 'plain',
  )
  const where = whereWithFallback(args.where, filteringOf({ config, reading, req }))
  const narrowed = args.draft
    ? undefined
    : await narrowByIndex({ collection: config.slug, fields, reading, req, where: args.where })
  return {
    ...own,
    joins: args.joins && joinsWithFallback({ config, joins: args.joins, reading, req }),
    sort: args.sort ?? (isUsualFit ? undefined : '-createdAt'),
    where: narrowed && where ? { and: [narrowed, where] } : where,
  }
}

/** Of one document, of a list, or how many there are; versions and lists of values are what they were saved as. */
const readings = new Set(['count', 'read'])

type Joins = Record<string, false | { sort?: string; where?: Where }>

type ReadArgs = {
  collection: { config: SanitizedCollectionConfig }
  draft?: boolean
  id?: string
  joins?: false | Joins
  req: PayloadRequest
  select?: SelectType
  sort?: string | string[]
  where?: Where
}

type Within = { config: SanitizedCollectionConfig; reading: Reading; req: PayloadRequest }

const filteringOf = ({ config: { flattenedFields, slug }, reading, req }: Within) => ({
  fields: flattenedFields as readonly FlattenedField[],
  isPublishedOnly:
    flattenedFields.some(({ localized, name }) => name === '_status' && localized) &&
    !readsDrafts({ collection: slug, req }),
  reading,
  req,
})

const joinsWithFallback = ({ config, joins, reading, req }: Within & { joins: Joins }): Joins => {
  // A package does not know the names that the project's generated types allow.
  const collections: Partial<Record<string, Collection>> = req.payload.collections
  return Object.fromEntries(
    Object.entries(joins).map(([path, join]) => {
      const [slug = ''] =
        Object.entries(config.joins).find(([, own]) =>
          own.some(({ joinPath }) => joinPath === path),
        ) ?? []
      const target = collections[slug]?.config
      if (!join || !target) return [path, join]
      const { flattenedFields: fields } = target
      refuseSortWithFallback({ fields, paths: pathsOf(join.sort), req })
      const where = whereWithFallback(join.where, filteringOf({ config: target, reading, req }))
      return [path, where ? { ...join, where } : join]
    }),
  )
}

const pathsOf = (sort: string | string[] | undefined): string[] =>
  (Array.isArray(sort) ? sort : (sort?.split(',') ?? [])).map((path) =>
    path.trim().replace(/^-/, ''),
  )

/** What is told of a document is no field of it; a selection of nothing else leaves the id. */
const withoutTold = (select: SelectType | undefined): SelectType | undefined => {
  if (!select || !('_locale' in select || '_fallbacks' in select)) return select
  const { _fallbacks, _locale, ...rest } = select
  const isIncluding = _fallbacks !== false && _locale !== false
  return Object.keys(rest).length === 0 ? (isIncluding ? { id: true } : undefined) : rest
}
