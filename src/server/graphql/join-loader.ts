import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { CollectionSlug, SelectIncludeType, Where } from 'payload'

import { languageOf } from './document-loader.ts'
import { loaderOf } from './loader-of.ts'
import { type ReadScope, requestOf } from './read-scopes.ts'

/** Which documents refer to one, and in which order. */
export type JoinQuery = {
  /** Collection of the documents that refer. */
  collection: string
  isCounted: boolean
  limit: number
  /** Path of the field that refers. */
  on: string
  page: number
  /** Collection that is referred to, where the field leads to one of several. */
  polymorphicTo?: string
  sort?: string | string[]
  where?: Where
}

export type JoinPage = { hasNextPage: boolean; ids: Id[]; totalDocs?: number }

type Id = number | string

type Loader = DataLoader<Id, JoinPage>

/**
 * The documents that refer to each of several, with one query for all: the ids of all that refer to any of them, in
 * order, of which each gets its page. For one alone the database makes the page, and for each of several where so many
 * refer to them that reading a page of each is less work.
 */
export const joinLoader = ({
  info,
  query,
  scope,
}: {
  info: Pick<GraphQLResolveInfo, 'fieldNodes'>
  query: JoinQuery
  scope: ReadScope
}): Loader => loaderOf({ info, make: () => makeLoader(query, scope), of: 'ids', scope })

/** How many references, for each document, take as long to read as a query does that reads one page of them. */
const worthAQuery = 500

const makeLoader = (query: JoinQuery, scope: ReadScope): Loader =>
  new DataLoader(
    async (parents) => {
      const [only, ...others] = parents
      if (only === undefined) return []
      return others.length === 0
        ? [await pageOfOne({ parent: only, query, scope })]
        : pagesOfMany({ parents, query, scope })
    },
    { cacheKeyFn: String as (id: Id) => string, maxBatchSize: 1000 },
  )

const pageOfOne = async ({
  parent,
  query,
  scope,
}: Omit<Asking, 'parents'> & { parent: Id }): Promise<JoinPage> => {
  const { isCounted, limit, page } = query
  if (limit === 0 && !isCounted) return { hasNextPage: false, ids: [] }
  // One more tells whether there is another page, which counting all would take longer for.
  const isFirst = page === 1 && !isCounted
  const { docs, hasNextPage, totalDocs } = await find(
    { parents: [parent], query, scope },
    {
      limit: isFirst ? limit + 1 : Math.max(limit, 1),
      page,
      pagination: !isFirst,
      select: { id: true },
    },
  )
  return {
    hasNextPage: isFirst ? docs.length > limit : limit > 0 && hasNextPage,
    ids: docs.slice(0, limit).map(({ id }) => id),
    ...(isCounted ? { totalDocs } : {}),
  }
}

const pagesOfMany = async ({ parents, query, scope }: Asking): Promise<JoinPage[]> => {
  const { isCounted, limit, on, page, polymorphicTo } = query
  const segments = on.split('.')
  const most = Math.max(2000, parents.length * worthAQuery)
  const { docs } = await find(
    { parents, query, scope },
    { limit: most + 1, pagination: false, select: selectOf(segments) },
  )
  if (docs.length > most) {
    return Promise.all(parents.map((parent) => pageOfOne({ parent, query, scope })))
  }
  const idsOf = new Map<string, Set<Id>>()
  for (const document of docs) {
    for (const parent of referredTo({ polymorphicTo, segments, value: document })) {
      idsOf.set(parent, (idsOf.get(parent) ?? new Set()).add(document.id))
    }
  }
  return parents.map((parent) => {
    const ids = [...(idsOf.get(String(parent)) ?? [])]
    return {
      hasNextPage: limit > 0 && ids.length > page * limit,
      ids: ids.slice((page - 1) * limit, page * limit),
      ...(isCounted ? { totalDocs: ids.length } : {}),
    }
  })
}

const selectOf = ([first = '', ...rest]: string[]): SelectIncludeType => ({
  [first]: rest.length > 0 ? selectOf(rest) : true,
})

type Asking = { parents: readonly Id[]; query: JoinQuery; scope: ReadScope }

const find = async (
  { parents, query, scope }: Asking,
  page: { limit?: number; page?: number; pagination: boolean; select: SelectIncludeType },
) => {
  const { collection, on, polymorphicTo, sort, where } = query
  const req = requestOf(scope)
  const refers: Where = polymorphicTo
    ? {
        and: [
          { [`${on}.relationTo`]: { equals: polymorphicTo } },
          { [`${on}.value`]: { in: [...parents] } },
        ],
      }
    : { [on]: { in: [...parents] } }
  return req.payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    draft: scope.draft,
    overrideAccess: false,
    req,
    where: where ? { and: [where, refers] } : refers,
    ...languageOf(req),
    ...(sort ? { sort } : {}),
    ...page,
  })
}

/** The ids that a document holds at a path, through all rows of lists on the way. */
const referredTo = ({
  polymorphicTo,
  segments,
  value,
}: {
  polymorphicTo: string | undefined
  segments: string[]
  value: unknown
}): string[] => {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => referredTo({ polymorphicTo, segments, value: each }))
  }
  const [first, ...rest] = segments
  if (first !== undefined) {
    return isRecord(value) ? referredTo({ polymorphicTo, segments: rest, value: value[first] }) : []
  }
  const id = isRecord(value) && value.relationTo === polymorphicTo ? value.value : value
  return typeof id === 'string' || typeof id === 'number' ? [String(id)] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
