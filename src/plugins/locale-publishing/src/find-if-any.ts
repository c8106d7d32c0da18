import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

/**
 * All rows that match, in the order of `sort`. Most of the time there are none, which counting tells for half of the cost
 * of reading; this is asked with every save.
 */
export const findIfAny = async <Row>({
  collection,
  payload,
  req = {},
  sort,
  where,
}: {
  collection: string
  payload: Payload
  req?: Partial<PayloadRequest> | undefined
  sort?: string
  where: Where
}): Promise<Row[]> => {
  const query = { collection: collection as CollectionSlug, req, where }
  const { totalDocs } = await payload.db.count(query)
  if (totalDocs === 0) return []
  const { docs } = await payload.db.find<Row & object>({
    ...query,
    limit: 0,
    pagination: false,
    ...(sort ? { sort } : {}),
  })
  return docs
}
