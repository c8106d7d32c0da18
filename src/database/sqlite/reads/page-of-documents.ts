import type { ReadArgs } from './plan-reads.ts'

type Docs = Record<string, unknown>[]

/** Documents with what Payload's adapter tells of the list that they are a page of. */
export const pageOfDocuments = ({
  args,
  docs,
  isNone = false,
  total = 0,
}: {
  args: ReadArgs
  docs: Docs
  /** No id was found, which is told in a way of its own. */
  isNone?: boolean
  /** How many there are in all, where that was counted. */
  total?: number
}) => {
  const { page = 1, pagination } = args
  const limit = args.limit === 0 ? undefined : args.limit
  if (isNone) return { ...page0, docs, limit }
  const isPaged = total > 0 && pagination !== false && args.limit !== 0
  const totalPages = isPaged && limit !== undefined ? Math.ceil(total / limit) : 1
  const hasNextPage = isPaged && totalPages > page
  const hasPrevPage = isPaged && page > 1
  return {
    docs,
    hasNextPage,
    hasPrevPage,
    limit: args.limit,
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: isPaged ? (page - 1) * (limit ?? NaN) + 1 : 1,
    prevPage: hasPrevPage ? page - 1 : null,
    totalDocs: isPaged ? total : docs.length,
    totalPages,
  }
}

const page0 = {
  docs: [] as Docs,
  hasNextPage: false,
  hasPrevPage: false,
  limit: undefined as number | undefined,
  nextPage: null,
  page: 1,
  pagingCounter: 0,
  prevPage: null,
  totalDocs: 0,
  totalPages: 0,
}
