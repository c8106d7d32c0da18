import type { ContentEvent } from '@qiao/content-changes'
import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'

import { findWebhooks } from './find-webhooks.ts'
import type { Delivery, Webhook } from './model/rows.ts'
import { optionsOf } from './options-of.ts'
import { isOpen } from './sending/open-deliveries.ts'
import { deliveriesSlug } from './slugs.ts'

type About = {
  events: readonly ContentEvent[]
  payload: Payload
  req: Pick<PayloadRequest, 'transactionID'>
}

/**
 * Writes down what is to be sent, in the transaction of `req`: it is sent when that is committed, and never when it is
 * not. Which webhooks there are is asked in the same transaction, so that no process can go by what was once the case.
 */
export const queueWebhooks = async ({ events, payload, req }: About): Promise<void> => {
  const { collections, enabled } = optionsOf(payload)
  const told = events.filter(({ collection }) => collections.includes(collection))
  if (told.length === 0 || !enabled) return
  const webhooks = await findWebhooks({ payload, req })
  const wanted = told.flatMap((event) =>
    webhooks.filter((webhook) => wants(webhook, event)).map(({ id }) => ({ event, webhook: id })),
  )
  if (wanted.length === 0) return
  const placeOf = await placesAfterAll({ events: wanted.map(({ event }) => event), payload, req })
  for (const { event, webhook } of wanted) {
    await payload.db.create({
      collection: deliveriesSlug,
      data: { ...newDelivery({ event, webhook }), place: placeOf(event.document) },
      req,
      returning: false,
    })
  }
}

/** What is kept of an event that is to be sent, and of a test. */
export const newDelivery = ({
  event: { at, collection, document, id, locale, slug, type },
  webhook,
}: {
  event: Omit<Partial<ContentEvent>, 'type'> &
    Pick<ContentEvent, 'at' | 'id'> & { type: Delivery['type'] }
  webhook: string
}) => {
  const now = new Date().toISOString()
  return {
    attemptCount: 0,
    document: document ?? null,
    documentCollection: collection ?? null,
    eventAt: at,
    locale: locale ?? null,
    message: messageId(id, webhook),
    nextAttemptAt: now,
    place: placeNow(),
    since: now,
    slug: slug ?? null,
    state: 'waiting',
    type,
    webhook,
  } satisfies Omit<Delivery, 'id'>
}

/** The same for each attempt to tell one webhook of one event, and for no other. */
const messageId = (event: string, webhook: string): string =>
  `msg_${createHash('sha256').update(`${event} ${webhook}`).digest('base64url').slice(0, 27)}`

const wants = (
  { collections, events, languages }: Webhook,
  { collection, locale, type }: ContentEvent,
): boolean =>
  isAmong(collections, collection) && isAmong(events, type) && isAmong(languages, locale)

const isAmong = (chosen: null | readonly string[] | undefined, value: string): boolean =>
  !chosen || chosen.length === 0 || chosen.includes(value)

const placeNow = (): number => Date.now() * 1000

/** By time, but after what still waits of the same document, whatever clock the machine has that wrote it. */
const placesAfterAll = async ({
  events,
  payload,
  req,
}: About): Promise<(document: string) => number> => {
  const { docs } = await payload.db.find<Pick<Delivery, 'document' | 'place'>>({
    collection: deliveriesSlug,
    limit: 0,
    pagination: false,
    req,
    select: { document: true, place: true },
    where: {
      and: [{ document: { in: [...new Set(events.map(({ document }) => document))] } }, isOpen],
    },
  })
  const last = new Map<string, number>()
  const note = (document: string, place: number) =>
    last.set(document, Math.max(place, last.get(document) ?? 0))
  for (const { document, place } of docs) note(document ?? '', place)
  return (document) => {
    const place = Math.max(placeNow(), (last.get(document) ?? 0) + 1)
    note(document, place)
    return place
  }
}
