import type {
  Collection,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SelectType,
  Where,
} from 'payload'
import { APIError } from 'payload'
import { getSelectMode } from 'payload/shared'
import { queriesFreely, readsDrafts } from './reads-drafts.ts'
import { refuseComparison } from './refuse-comparison.ts'
import { refusePath } from './refuse-path.ts'

/**
 * What a reader's query may ask for. Payload checks the documents it returns but not the texts it compares,
 * so a filter or a sort on hidden text would answer questions about it: only the document's own public fields,
 * in the language of the request, may be named.
 */
export const guardPublicQuery: CollectionBeforeOperationHook = (hook) => {
  const { args, overrideAccess, req } = hook
  const query = args as PublicQuery
  const asking = { collection: query.collection.config.slug, req }
  if (overrideAccess || queriesFreely(asking)) return
  const isReadingDrafts = readsDrafts(asking)
  const { config } = query.collection
  // A package does not know the names that the project's generated types allow.
  const collections: Partial<Record<string, Collection>> = req.payload.collections
  const own = { fields: config.flattenedFields, hasVersions: isReadingDrafts, req }
  checkWhere({ ...own, where: query.where })
  for (const path of sortPaths(query.sort)) checkPath({ ...own, path })
  if (query.field) refusePath({ fields: config.flattenedFields, path: query.field, req })
  for (const [path, join] of Object.entries(query.joins === false ? {} : (query.joins ?? {}))) {
    const target = Object.entries(config.joins).find(([, joins]) =>
      joins.some((each) => each.joinPath === path),
    )
    if (!join || !target) continue
    const fields = collections[target[0]]?.config.flattenedFields ?? []
    checkWhere({ fields, req, where: join.where })
    const sorts = sortPaths(join.sort)
    // Payload fails on more than one.
    if (sorts.length > 1) throw new APIError(`“${path}” can be sorted by one field only.`, 400)
    for (const sort of sorts) refusePath({ fields, path: sort, req })
  }
  // `data` would be answered in place of the document, `flattenLocales: false` puts all languages into it.
  const isReading = (hook as { operation: string }).operation === 'read'
  const asDocument = isReading ? { data: undefined, flattenLocales: undefined } : {}
  if (isReadingDrafts) return { ...args, ...asDocument, trash: false }
  return { ...args, ...asDocument, draft: false, select: withStatus(query), trash: false }
}

type Fields = Parameters<typeof refusePath>[0]['fields']

type PublicQuery = {
  collection: {
    config: {
      slug: string
      flattenedFields: Fields
      joins: Record<string, { joinPath: string }[]>
    }
  }
  field?: string
  joins?: false | Record<string, false | { sort?: string; where?: Where }>
  select?: SelectType
  sort?: string | string[]
  where?: Where
}

type Check = {
  fields: Fields
  /** Whether the versions of documents may be asked for as well. @default false */
  hasVersions?: boolean
  req: PayloadRequest
}

const checkPath = ({ fields, hasVersions = false, path, req }: Check & { path: string }): void => {
  const ofVersions = ['autosave', 'latest', 'parent', 'publishedLocale', 'snapshot']
  if (hasVersions && ofVersions.includes(path)) return
  refusePath({ fields, path: hasVersions ? path.replace(/^version(\.|__)/, '') : path, req })
}

const checkWhere = ({ where, ...check }: Check & { where?: Where }): void => {
  for (const [path, condition] of Object.entries(where ?? {})) {
    if (!['and', 'or'].includes(path.toLowerCase())) {
      checkPath({ ...check, path })
      refuseComparison({ condition, path })
      continue
    }
    if (!Array.isArray(condition)) throw new APIError(`“${path}” takes a list of conditions.`, 400)
    for (const part of condition) checkWhere({ ...check, where: part })
  }
}

const sortPaths = (sort: string | string[] | undefined): string[] =>
  (Array.isArray(sort) ? sort : (sort?.split(',') ?? [])).map((path) =>
    path.trim().replace(/^-/, ''),
  )

/** The status must be read, or the texts of unpublished languages could not be told from the others. */
const withStatus = ({ collection, select }: PublicQuery): SelectType | undefined => {
  if (!select || !collection.config.flattenedFields.some(({ name }) => name === '_status'))
    return select
  const { _status, ...rest } = select
  if (Object.keys(rest).length === 0) return _status === true ? { _status } : rest
  return getSelectMode(rest) === 'include' ? { ...rest, _status: true } : rest
}
