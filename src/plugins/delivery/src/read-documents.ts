import type { PayloadRequest, SelectType, TypeWithID, Where } from 'payload'

import { inLanguage, isolated } from './asked.ts'

/** A document as readers get it: in one language, with the fields that were selected. */
export type Content = Record<string, unknown> & TypeWithID

export type Reading = {
  collection: string
  /** @default 0 */
  depth?: number
  /** @default false */
  draft?: boolean
  /** @default none */
  fallback?: string | undefined
  /** Whether documents that refer to these come along. @default false */
  hasJoins?: boolean
  /** Whether these are what is answered, so that headers tell of them; else they are only looked at. @default false */
  isAnswer?: boolean
  /** @default 1 */
  limit?: number
  locale: string
  populate?: Record<string, SelectType> | undefined
  req: PayloadRequest
  select?: SelectType | undefined
  sort?: string[]
  where: Where[]
}

/** Documents as the one who asks may read them: the only way this plugin reads content, with the access rules of the collection. */
export const readDocuments = async ({
  collection,
  depth = 0,
  draft = false,
  fallback,
  hasJoins = false,
  isAnswer = false,
  limit = 1,
  locale,
  populate,
  req,
  select,
  sort,
  where,
}: Reading): Promise<Content[]> => {
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const find = req.payload.find.bind(req.payload) as unknown as (
    args: Record<string, unknown>,
  ) => Promise<{ docs: Content[] }>
  const { docs } = await find({
    collection,
    depth,
    draft,
    fallbackLocale: fallback ?? false,
    ...(hasJoins ? {} : { joins: false }),
    limit,
    locale,
    overrideAccess: false,
    pagination: false,
    ...(populate ? { populate } : {}),
    req: isAnswer ? inLanguage(req, locale) : isolated(req, locale),
    ...(select ? { select } : {}),
    ...(sort ? { sort } : {}),
    where: { and: where },
  })
  return docs
}
