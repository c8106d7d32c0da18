import { publishedOnly } from '@qiao/delivery'
import {
  createLocalReq,
  isolateObjectProperty,
  type Payload,
  type PayloadRequest,
  type SelectType,
  type Where,
} from 'payload'

import type { Content } from './options.ts'

/** A request of nobody, in one language: feeds are the same for all readers. */
export const anonymousRequest = async (
  payload: Payload,
  locale: string,
): Promise<PayloadRequest> => {
  const req = await createLocalReq({ fallbackLocale: false, locale }, payload)
  return Object.assign(req, { user: null })
}

export type Reading = {
  collection: string
  /** @default 0 */
  depth?: number
  limit: number
  locale: string
  populate?: Record<string, SelectType> | undefined
  req: PayloadRequest
  select: SelectType
  /** @default the order of the collection */
  sort?: string[]
  where?: Where[]
}

/**
 * Documents as readers see them, by the access rules of the collection: the only way this package reads content. What
 * falls back and what is a draft is not among them.
 */
export const readDocuments = async ({
  collection,
  depth = 0,
  limit,
  locale,
  populate,
  req,
  select,
  sort,
  where = [],
}: Reading): Promise<Content[]> => {
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const find = req.payload.find.bind(req.payload) as unknown as (
    args: Record<string, unknown>,
  ) => Promise<{ docs: Content[] }>
  const { docs } = await find({
    collection,
    depth,
    draft: false,
    fallbackLocale: false,
    joins: false,
    limit,
    locale,
    overrideAccess: false,
    pagination: false,
    ...(populate ? { populate } : {}),
    req: inLanguage(req, locale),
    select,
    ...(sort ? { sort } : {}),
    // In all languages at once, the rules of the collection say which documents are published in any.
    where: { and: [...(locale === 'all' ? [] : publishedOnly({ collection, req })), ...where] },
  })
  return docs
}

/** Queries that run at the same time would change the language of the one request they share. */
export const inLanguage = (req: PayloadRequest, locale: string): PayloadRequest => {
  const own = isolateObjectProperty(req, ['fallbackLocale', 'locale', 'query'])
  own.locale = locale as never
  own.fallbackLocale = false
  own.query = {}
  return own
}
