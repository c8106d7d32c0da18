import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { CollectionSlug, PayloadRequest, SelectIncludeType } from 'payload'

import { loaderOf } from './loader-of.ts'
import { type ReadScope, requestOf } from './read-scopes.ts'

export type ReadDocument = Record<string, unknown> & { id: number | string }

type Reading = {
  collection: string
  scope: ReadScope
  select: SelectIncludeType | undefined
}

type Loader = DataLoader<number | string, null | ReadDocument>

/**
 * Reads documents by their ids, all that a field asks for in a list with one query; null is one that the caller may not
 * read. Each query has a request of its own, for Payload writes its language into it.
 */
export const documentLoader = (
  reading: Reading,
  info: Pick<GraphQLResolveInfo, 'fieldNodes'>,
): Loader => {
  const { collection, scope } = reading
  return loaderOf({ info, make: () => makeLoader(reading), of: collection, scope })
}

const makeLoader = (reading: Reading): Loader =>
  new DataLoader(
    async (ids) => {
      const documents = await findByIds({ ...reading, ids: [...ids] })
      const found = new Map(documents.map((document) => [String(document.id), document]))
      return ids.map((id) => found.get(String(id)) ?? null)
    },
    { cacheKeyFn: String as (id: number | string) => string, maxBatchSize: 1000 },
  )

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
