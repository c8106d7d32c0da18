import type { CollectionConfig } from 'payload'

import { deliveryEndpoints } from '../endpoints/delivery-endpoints.ts'
import type { CompleteOptions } from '../options.ts'
import { deliveriesSlug } from '../slugs.ts'
import { deliveryFields } from './delivery-fields.ts'
import type { Choice } from './webhook-fields.ts'

/**
 * The outbox and the log in one: a row is written in the transaction it tells of, and lives on as what came of it. It
 * is written by the plugin only.
 */
export const deliveriesCollection = (
  { access, adminGroup }: CompleteOptions,
  choices: { collections: Choice[]; locales: Choice[] },
): CollectionConfig => ({
  slug: deliveriesSlug,
  labels: {
    singular: { en: 'Webhook message', zh: 'Webhook 消息' },
    plural: { en: 'Webhook log', zh: 'Webhook 日志' },
  },
  admin: {
    defaultColumns: ['createdAt', 'webhook', 'type', 'slug', 'locale', 'state', 'attemptCount'],
    description: {
      en: 'What was sent to whom, and what they answered. Kept for 30 days.',
      zh: '向谁发送了什么，以及对方如何响应。保留 30 天。',
    },
    ...(adminGroup ? { group: adminGroup } : {}),
    hideAPIURL: true,
    listSearchableFields: ['slug', 'document', 'message'],
    pagination: { defaultLimit: 50 },
    useAsTitle: 'message',
  },
  access: { ...access.deliveries, create: () => false, delete: () => false, update: () => false },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: deliveryFields(choices),
  endpoints: deliveryEndpoints,
  defaultSort: '-createdAt',
  graphQL: false,
  indexes: [
    { fields: ['webhook', 'state', 'nextAttemptAt'] },
    { fields: ['document', 'webhook', 'state', 'place'] },
  ],
})
