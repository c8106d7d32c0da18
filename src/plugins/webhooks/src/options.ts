import type { CollectionConfig, Payload } from 'payload'

import type { Reach } from './sending/reach.ts'

type Text = { en: string; zh: string }

/** What of a document stands in a message. */
export type DescribedDocument = {
  /** Whether there is more of it than its slug. @default true */
  hasPage?: boolean
  /** What an anonymous reader is shown now; `null` when nobody may see it in this language. */
  document: null | object
  slug: null | string
  /** Its page on the website. */
  url: null | string
}

export type WebhooksOptions = {
  /** Who sees and keeps webhooks, and who reads the log; nobody else learns that there are any. */
  access: { deliveries: CollectionConfig['access']; webhooks: CollectionConfig['access'] }
  /** The group of the admin UI that both lists stand in. @default none */
  adminGroup?: Text
  /** Collections that there are events of. */
  collections: readonly string[]
  /** Reads a document as an anonymous reader does, at the time of sending. It must never answer what is not public. */
  describe: (asked: {
    collection: string
    id: string
    locale: string
    payload: Payload
    slug: null | string
  }) => Promise<DescribedDocument>
  /** `false` keeps the collections, and queues and sends nothing. @default true */
  enabled?: boolean
  /** Where webhooks may lead to besides the public internet. @default 'public', nowhere */
  reach?: Reach
  /** By what caches know the answers that a document is in. @default the collection, and `collection:id` */
  tagsOf?: (document: { collection: string; id: string }) => string[]
}

export type CompleteOptions = Required<Omit<WebhooksOptions, 'adminGroup'>> &
  Pick<WebhooksOptions, 'adminGroup'>

const defaults = {
  enabled: true,
  reach: 'public',
  tagsOf: ({ collection, id }) => [collection, `${collection}:${id}`],
} satisfies Partial<WebhooksOptions>

/** @throws Error that names the collection which does not exist */
export const completeOptions = (
  given: WebhooksOptions,
  { collections = [] }: { collections?: { slug: string }[] },
): CompleteOptions => {
  const unknown = given.collections.find((slug) => !collections.some((each) => each.slug === slug))
  if (unknown !== undefined) {
    throw new Error(`webhooks: option "collections" names "${unknown}", which does not exist.`)
  }
  return { ...defaults, ...given }
}
