import type { Payload, PayloadRequest } from 'payload'

import type { Webhook } from './model/rows.ts'
import { webhooksSlug } from './slugs.ts'

type Asked = {
  id?: string
  payload: Payload
  req?: Pick<PayloadRequest, 'transactionID'> | undefined
}

/** Those that are switched on, or the one of them that has this id. */
export const findWebhooks = async ({ id, payload, req }: Asked): Promise<Webhook[]> => {
  const { docs } = await payload.db.find<Webhook>({
    collection: webhooksSlug,
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
    where: { and: [{ enabled: { equals: true } }, ...(id ? [{ id: { equals: id } }] : [])] },
  })
  return docs
}
