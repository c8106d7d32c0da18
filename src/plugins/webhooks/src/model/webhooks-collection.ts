import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload'

import { webhookEndpoints } from '../endpoints/webhook-endpoints.ts'
import type { CompleteOptions } from '../options.ts'
import { keepSecret, showSecretOnce } from '../secrets/keep-secret.ts'
import { deliveriesSlug, webhooksSlug } from '../slugs.ts'
import { type Choice, webhookFields } from './webhook-fields.ts'

/** Who is told of what. Their secrets are shown once, and never read again through any operation. */
export const webhooksCollection = (
  { access, adminGroup, reach }: CompleteOptions,
  choices: { collections: Choice[]; locales: Choice[] },
): CollectionConfig => ({
  slug: webhooksSlug,
  labels: {
    singular: { en: 'Webhook', zh: 'Webhook' },
    plural: { en: 'Webhooks', zh: 'Webhook' },
  },
  admin: {
    defaultColumns: ['name', 'url', 'enabled', 'lastSuccessAt', 'failingSince', 'disabledAt'],
    description: {
      en: 'Servers that are called, with a signed message, when what readers see has changed.',
      zh: '读者可见的内容发生变化时，向这些服务器发送带签名的消息。',
    },
    ...(adminGroup ? { group: adminGroup } : {}),
    hideAPIURL: true,
    listSearchableFields: ['name', 'url'],
    useAsTitle: 'name',
  },
  access: access.webhooks,
  disableDuplicate: true,
  lockDocuments: false,
  fields: webhookFields({ ...choices, reach }),
  hooks: {
    afterChange: [showSecretOnce],
    beforeChange: [keepSecret, beginAnew],
    beforeDelete: [deleteDeliveries],
  },
  endpoints: webhookEndpoints,
  defaultSort: 'name',
  graphQL: false,
})

/** Whoever switches it on again, or gives it another address, has seen to what was wrong. */
function beginAnew({
  data,
  originalDoc,
}: {
  data: Record<string, unknown>
  originalDoc?: Record<string, unknown>
}) {
  const isSwitchedOn = data.enabled === true && originalDoc?.enabled === false
  const isMoved = originalDoc !== undefined && data.url !== originalDoc.url
  if (!isSwitchedOn && !isMoved) return data
  return { ...data, disabledAt: null, disabledReason: null, failingSince: null }
}

/** Nobody is left to send them to. */
async function deleteDeliveries({ id, req }: Parameters<CollectionBeforeDeleteHook>[0]) {
  await req.payload.db.deleteMany({
    collection: deliveriesSlug,
    req,
    where: { webhook: { equals: id } },
  })
}
