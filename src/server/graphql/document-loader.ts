import DataLoader from 'dataloader'
import type { CollectionSlug, PayloadRequest, SelectIncludeType } from 'payload'

import { type ReadScope, requestOf } from './read-scopes.ts'

export type ReadDocument = Record<string, unknown> & { id: number | string }

type Reading = {
  collection: string
  scope: ReadScope
  select: SelectIncludeType | undefined
}

type Loader = DataLoader<number | string, null | ReadDocument>

/**
 * Reads documents by their ids, all that one moment of a request asks for in the same way with one query; null is one
 * that the caller may not read. Each query has a request of its own, for Payload writes its language into it.
 */
export const documentLoader = ({ collection, scope, select }: Reading): Loader => {
  const { req } = scope.context
  const ofRequest = loaders.get(req) ?? new Map<string, Loader>()
  loaders.set(req, ofRequest)
  const key = `${collection} ${String(scope.draft)} ${keyOf(select)}`
  const known = ofRequest.get(key)
  if (known) return known
  const loader: Loader = new DataLoader(
    async (ids) => {
      const found = new Map(
        (await findByIds({ collection, ids: [...ids], scope, select })).map((document) => [
          String(document.id),
          document,
        ]),
      )
      return ids.map((id) => found.get(String(id)) ?? null)
    },
    { cacheKeyFn: String as (id: number | string) => string, maxBatchSize: 1000 },
  )
  ofRequest.set(key, loader)
  return loader
}

const findByIds = async ({
  collection,
  ids,
  scope,
  select,
}: Reading & { ids: (number | string)[] }): Promise<ReadDocument[]> => {
  const { draft } = scope
  const req = requestOf(scope)
  const { payload } = req
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    disableErrors: true,
    draft,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
    ...languageOf(req),
    ...(select ? { select } : {}),
    // A document leads on to what lies in the trash, for who may see it.
    ...(payload.collections[collection as CollectionSlug].config.trash ? { trash: true } : {}),
  })
  // Payload's types follow the project's collections; here their documents pass through as they are.
  return docs as unknown as ReadDocument[]
}

/** The language of a request, for the Local API, which would take the default without it. */
export const languageOf = ({ fallbackLocale, locale }: PayloadRequest) => ({
  fallbackLocale: fallbackLocale ?? (false as const),
  ...(locale ? { locale } : {}),
})

const keyOf = (select: SelectIncludeType | undefined): string => {
  if (!select) return ''
  const known = keys.get(select) ?? JSON.stringify(select)
  keys.set(select, known)
  return known
}

const keys = new WeakMap<SelectIncludeType, string>()

const loaders = new WeakMap<PayloadRequest, Map<string, Loader>>()
