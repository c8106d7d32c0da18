import type { Payload, Where } from 'payload'

import type { Delivery, DeliveryState, Webhook } from './model/rows.ts'
import { isOpen } from './sending/open-deliveries.ts'
import { deliveriesSlug, webhooksSlug } from './slugs.ts'

export type WebhookFigures = {
  /** When the oldest of what waits to be sent took place; what waits for a webhook that is off does not count. */
  oldestAt: Date | undefined
  /** What is still to be sent: for the first time, again, or not until its webhook is switched on. */
  pending: { held: number; retrying: number; waiting: number }
  /** Webhooks that are on; off, by somebody; off, by the server. */
  webhooks: { disabled: number; off: number; on: number }
}

/** How webhooks fare, of all processes. Each question is answered by an index. */
export const webhookFigures = async (payload: Payload): Promise<WebhookFigures> => {
  const { docs: all } = await payload.db.find<Webhook>({
    collection: webhooksSlug,
    limit: 0,
    pagination: false,
    select: { disabledReason: true, enabled: true },
  })
  const on = all.filter(({ enabled }) => enabled)
  const off = all.filter(({ enabled }) => !enabled)
  const disabled = off.filter(({ disabledReason }) => disabledReason)
  const count = async (webhooks: Webhook[], state: Where): Promise<number> => {
    if (webhooks.length === 0) return 0
    const where = { and: [isOfAny(webhooks), state] }
    return (await payload.db.count({ collection: deliveriesSlug, where })).totalDocs
  }
  return {
    oldestAt: on.length === 0 ? undefined : await oldestOf(on, payload),
    pending: {
      held: await count(off, isOpen),
      retrying: await count(on, isIn('retrying')),
      waiting: await count(on, isIn('waiting')),
    },
    webhooks: { disabled: disabled.length, off: off.length - disabled.length, on: on.length },
  }
}

const isOfAny = (webhooks: readonly Webhook[]): Where => ({
  webhook: { in: webhooks.map(({ id }) => id) },
})

const isIn = (state: DeliveryState): Where => ({ state: { equals: state } })

/** So many of each webhook are looked at, those that are due first. */
const most = 1000

const oldestOf = async (
  webhooks: readonly Webhook[],
  payload: Payload,
): Promise<Date | undefined> => {
  const times: string[] = []
  // One by one, and in the order of the index: else a database might read the whole log.
  for (const { id } of webhooks) {
    for (const state of ['waiting', 'retrying'] as const) {
      const { docs } = await payload.db.find<Delivery>({
        collection: deliveriesSlug,
        limit: most,
        pagination: false,
        select: { eventAt: true },
        sort: 'nextAttemptAt',
        where: { and: [{ webhook: { equals: id } }, isIn(state)] },
      })
      times.push(...docs.map(({ eventAt }) => new Date(eventAt).toISOString()))
    }
  }
  const [first] = times.sort()
  return first === undefined ? undefined : new Date(first)
}
