import type { Payload, PayloadRequest } from 'payload'

import type { Webhook } from './model/rows.ts'
import { webhooksSlug } from './slugs.ts'

type Transaction = { payload: Payload; req?: Pick<PayloadRequest, 'transactionID'> | undefined }

/** Those that are switched on. */
export const findWebhooks = async ({ payload, req }: Transaction): Promise<Webhook[]> => {
  const { docs } = await payload.db.find<Webhook>({
    collection: webhooksSlug,
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
    where: { enabled: { equals: true } },
  })
  return docs
}
