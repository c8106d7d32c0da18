import type { Payload } from 'payload'

import type { Delivery } from '../model/rows.ts'
import { optionsOf } from '../options-of.ts'

/** What a receiver gets. */
export type WebhookBody = {
  /** `news-briefs.published`, or `webhook.test`. */
  type: string
  /** When it took place, ISO 8601 in UTC. */
  timestamp: string
  data: {
    collection: null | string
    /** Of the document. */
    id: null | string
    locale: null | string
    slug: null | string
    /** The page on the website. */
    url: null | string
    /** By what caches know the answers that the document is in. */
    tags: string[]
    /** The page as any reader is shown it at the time of sending: `null` when there is none. */
    document: null | object
    /** Why there is no document although the event is one of a public one. */
    documentOmitted: 'no-page' | 'not-public' | 'too-large' | null
  }
}

/** Receivers must take it at once, and each is kept for the log. */
const mostBytes = 512 * 1024

/**
 * The body of a message. The document is read when it is sent, each time anew: what has been withdrawn since is not
 * told any more, and what was changed is told as it is now.
 */
export const composeBody = async (delivery: Delivery, payload: Payload): Promise<string> => {
  const { document: id, documentCollection: collection, eventAt, locale, slug, type } = delivery
  if (!id || !collection || !locale || type === 'test') {
    return JSON.stringify({
      type: 'webhook.test',
      timestamp: eventAt,
      data: { ...nothing, document: null, documentOmitted: null },
    } satisfies WebhookBody)
  }
  const { describe, tagsOf } = optionsOf(payload)
  const now = await describe({ collection, id, locale, payload, slug: slug ?? null })
  const isTold = type === 'published' || type === 'changed'
  const omitted = now.hasPage === false ? 'no-page' : 'not-public'
  const body: WebhookBody = {
    type: `${collection}.${type}`,
    timestamp: eventAt,
    data: {
      collection,
      id,
      locale,
      slug: (isTold ? now.slug : null) ?? slug ?? null,
      url: now.url,
      tags: tagsOf({ collection, id }),
      document: isTold ? now.document : null,
      documentOmitted: isTold && !now.document ? omitted : null,
    },
  }
  const text = JSON.stringify(body)
  if (Buffer.byteLength(text) <= mostBytes) return text
  return JSON.stringify({
    ...body,
    data: { ...body.data, document: null, documentOmitted: 'too-large' },
  } satisfies WebhookBody)
}

const nothing = { collection: null, id: null, locale: null, slug: null, tags: [], url: null }
