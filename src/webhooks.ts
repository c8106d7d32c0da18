import { webhooks, type WebhooksOptions } from '@qiao/webhooks'
import { createLocalReq, type PayloadRequest } from 'payload'

import { accessTo } from './access/access-to.ts'
import { collectionsWithPages, pageOf } from './delivery.ts'
import { env } from './env.ts'
import type { Locale } from './localization.ts'
import { adminGroups, slugSources } from './published-content.ts'
import { urlOfDocument } from './url-of-document.ts'

/** The page of a document as a reader who is not signed in gets it, and its address. */
const describe: WebhooksOptions['describe'] = async ({ collection, id, locale, payload, slug }) => {
  const reader = (): Promise<PayloadRequest> =>
    createLocalReq({ fallbackLocale: false, locale }, payload)
  const { docs } = await payload.find({
    collection: collection as 'awards',
    depth: 0,
    fallbackLocale: false,
    limit: 1,
    locale: locale as Locale,
    overrideAccess: false,
    pagination: false,
    req: await reader(),
    select: { slug: true },
    where: { id: { equals: id } },
  })
  const current = docs[0]?.slug
  if (!current) {
    const url = await urlOfDocument({
      collection,
      doc: { slug },
      locale,
      req: await reader(),
    })
    return { document: null, slug: null, url }
  }
  // A topic is a name that stands on pages of others.
  if (!collectionsWithPages.includes(collection))
    return { document: null, hasPage: false, slug: current, url: null }
  const page = await pageOf({
    collection,
    fallback: undefined,
    locale,
    req: await reader(),
    slug: current,
  })
  // It may have been withdrawn since it was looked for.
  if (page.redirectTo || page.id !== id) return { document: null, slug: null, url: null }
  return { document: page, slug: current, url: page.canonical }
}

/** Who is told when the content that readers see has changed. */
export const tellWebhooks = webhooks({
  access: { deliveries: accessTo('webhook-deliveries'), webhooks: accessTo('webhooks') },
  adminGroup: adminGroups.settings,
  collections: Object.keys(slugSources),
  describe,
  reach: env.webhookReach,
})
