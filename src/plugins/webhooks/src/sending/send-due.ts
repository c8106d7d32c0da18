import type { Payload } from 'payload'

import { findWebhooks } from '../find-webhooks.ts'
import type { Delivery, Webhook } from '../model/rows.ts'
import { attemptDelivery, type Sending } from './attempt-delivery.ts'
import { claimDelivery } from './claim-delivery.ts'
import { findDue } from './open-deliveries.ts'

/** How many messages to one webhook are under way at once. */
const lanes = 4
const atOnce = 20

/** Sends all that is due, to all webhooks at the same time. Resolves when nothing is due any more. */
export const sendDue = async (payload: Payload, sending: Sending = {}): Promise<void> => {
  const webhooks = await findWebhooks({ payload })
  await Promise.all(webhooks.map(({ id }) => sendDueTo(id, { payload, sending })))
}

/** Sends what is due to one webhook: of each document in order, of several at the same time. */
export const sendDueTo = async (
  id: string,
  { payload, sending }: { payload: Payload; sending: Sending },
): Promise<void> => {
  const { now = () => new Date(), signal } = sending
  for (;;) {
    // It may have been switched off or changed since.
    const [webhook] = await findWebhooks({ id, payload })
    if (!webhook) return
    const due = await findDue({ limit: atOnce, now: now(), payload, webhook: id })
    const claimed = await Promise.all(
      Array.from({ length: lanes }, async () => {
        let count = 0
        for (let delivery = due.shift(); delivery && !signal?.aborted; delivery = due.shift()) {
          if (await sendOne({ delivery, payload, sending, webhook })) count += 1
        }
        return count
      }),
    )
    // Others have the rest, or it waits for something.
    if (signal?.aborted || claimed.every((count) => count === 0)) return
  }
}

const sendOne = async ({
  delivery,
  payload,
  sending,
  webhook,
}: {
  delivery: Delivery
  payload: Payload
  sending: Sending
  webhook: Webhook
}): Promise<boolean> => {
  const now = sending.now?.() ?? new Date()
  const claim = await claimDelivery(delivery, { now, payload })
  if (!claim) return false
  await attemptDelivery({ claim, delivery, payload, sending, webhook })
  return true
}
