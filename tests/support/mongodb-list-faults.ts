import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

type Filter = Record<string, unknown>
type Stage = { $lookup?: { foreignField?: string; from: string }; $match?: Filter; $sort?: Order }
type Order = Record<string, number>
type Query = { collection: string; filter: Filter; sort: Order }

/**
 * Runs `read` and compares each query that it sends with the indexes that are there, for a server that does not tell
 * its plans. A query is good when an index begins
 * - with something that few documents share, or
 * - with what it is narrowed to, followed by its order, or with its order alone, or
 * - for a count, with any of what it is narrowed to.
 */
export const listFaults = async ({
  payload,
  read,
}: {
  payload: Payload
  read: () => Promise<unknown>
}): Promise<{ faults: string[]; queries: number }> => {
  // This runs on MongoDB only.
  const { connection } = payload.db as unknown as MongooseAdapter
  const queries: Query[] = []
  connection.base.set('debug', (collection: string, method: string, ...args: unknown[]) => {
    queries.push(...queriesOf({ args, collection, method }))
  })
  try {
    await read()
  } finally {
    connection.base.set('debug', false)
  }
  const faults: string[] = []
  for (const query of queries) {
    const indexes = await connection.collection(query.collection).indexes()
    const isServed = (each: Query) =>
      indexes.some(({ key }) => serves({ index: Object.entries(key), query: each }))
    const isServedByParts = alternatives(query).some((parts) => parts.every(isServed))
    if (!isServed(query) && !isServedByParts) faults.push(JSON.stringify(query))
  }
  return { faults, queries: queries.length }
}

const queriesOf = ({
  args,
  collection,
  method,
}: {
  args: unknown[]
  collection: string
  method: string
}): Query[] => {
  if (method !== 'aggregate') {
    const [filter, options] = args as [Filter, { sort?: Order } | undefined]
    return [{ collection, filter, sort: options?.sort ?? {} }]
  }
  const stages = args[0] as Stage[]
  const filter = stages.find(({ $match }) => $match)?.$match
  const sort = stages.find(({ $sort }) => $sort)?.$sort
  return [
    { collection, filter: filter ?? {}, sort: sort ?? {} },
    ...stages.flatMap(({ $lookup }) =>
      $lookup?.foreignField
        ? [{ collection: $lookup.from, filter: { [$lookup.foreignField]: 'joined' }, sort: {} }]
        : [],
    ),
  ]
}

const serves = ({ index, query }: { index: [string, unknown][]; query: Query }): boolean => {
  const narrowed = fieldsOf(query.filter)
  const order = Object.entries(query.sort)
  const [first] = index[0] ?? []
  if (first !== undefined && narrowed.has(first) && !sharedByMany.test(first)) return true
  if (order.length === 0) return first !== undefined && (narrowed.has(first) || narrowed.size === 0)
  const start = index.findIndex(([path]) => path === order[0]?.[0])
  const rest = index.slice(start)
  const isPrefixNarrowed = index.slice(0, start).every(([path]) => narrowed.has(path))
  const directions = order.map(([path, direction], place) =>
    rest[place]?.[0] === path ? Number(rest[place]?.[1]) * direction : Number.NaN,
  )
  return start >= 0 && isPrefixNarrowed && directions.every((each) => each === directions[0])
}

/** For each choice (`$or`) in a query a query for each of its parts; none when there is an order to bring them into. */
const alternatives = (query: Query): Query[][] =>
  Object.keys(query.sort).length > 0
    ? []
    : conditionsOf(query.filter).flatMap(({ $or }) =>
        Array.isArray($or) ? [($or as Filter[]).map((filter) => ({ ...query, filter }))] : [],
      )

/** What has to be true at the same time. */
const conditionsOf = (filter: Filter): Filter[] =>
  Array.isArray(filter.$and) ? (filter.$and as Filter[]).flatMap(conditionsOf) : [filter]

/** A status, a kind, a year: an index on it alone finds a good part of the collection. */
const sharedByMany = /^(?:version\.)?(?:_status\.\w+|kind|latest|status|year)$/

/** The fields that a document has to have one value of; alternatives (`$or`) narrow to nothing. */
const fieldsOf = (filter: Filter): Set<string> =>
  new Set(
    Object.entries(filter).flatMap(([path, condition]) =>
      path === '$and' ? (condition as Filter[]).flatMap((each) => [...fieldsOf(each)]) : [path],
    ),
  )
