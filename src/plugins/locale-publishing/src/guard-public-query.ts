import type {
  Collection,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SelectType,
  Where,
} from 'payload'
import { APIError } from 'payload'
import { refusePath } from './refuse-path.ts'

/**
 * What a reader's query may ask for. Payload checks the documents it returns but not the texts it compares,
 * so a filter or a sort on hidden text would answer questions about it: only the document's own public fields,
 * in the language of the request, may be named.
 */
export const guardPublicQuery: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess || req.user) return
  // Fallback would fill a gap with text whose own language may be unpublished.
  req.fallbackLocale = false
  const query = args as PublicQuery
  const { config } = query.collection
  // A package does not know the names that the project's generated types allow.
  const collections: Partial<Record<string, Collection>> = req.payload.collections
  checkWhere({ fields: config.flattenedFields, req, where: query.where })
  for (const path of sortPaths(query.sort))
    refusePath({ fields: config.flattenedFields, path, req })
  if (query.field) refusePath({ fields: config.flattenedFields, path: query.field, req })
  for (const [path, join] of Object.entries(query.joins === false ? {} : (query.joins ?? {}))) {
    const target = Object.entries(config.joins).find(([, joins]) =>
      joins.some((each) => each.joinPath === path),
    )
    if (!join || !target) continue
    const fields = collections[target[0]]?.config.flattenedFields ?? []
    checkWhere({ fields, req, where: join.where })
    for (const sort of sortPaths(join.sort)) refusePath({ fields, path: sort, req })
  }
  return { ...args, draft: false, select: withStatus(query), trash: false }
}

type Fields = Parameters<typeof refusePath>[0]['fields']

type PublicQuery = {
  collection: {
    config: {
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

const checkWhere = ({
  fields,
  req,
  where,
}: {
  fields: Fields
  req: PayloadRequest
  where?: Where
}): void => {
  for (const [path, condition] of Object.entries(where ?? {})) {
    if (!['and', 'or'].includes(path.toLowerCase())) {
      refusePath({ fields, path, req })
      continue
    }
    if (!Array.isArray(condition)) throw new APIError(`“${path}” takes a list of conditions.`, 400)
    for (const part of condition) checkWhere({ fields, req, where: part })
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
  const including = Object.values(rest).some((value) => value !== false) || _status === true
  return including ? { ...rest, _status: true } : rest
}
