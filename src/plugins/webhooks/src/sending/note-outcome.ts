import type { Payload } from 'payload'

import type { Webhook } from '../model/rows.ts'
import { webhooksSlug } from '../slugs.ts'
import { disabledAfterMs } from './plan-next.ts'
import type { Outcome } from './post-message.ts'

/** Writes at a webhook how it fares, and switches it off when it is gone or nothing has arrived for long. */
export const noteOutcome = async ({
  at,
  outcome: { status },
  payload,
  webhook,
}: {
  at: Date
  outcome: Pick<Outcome, 'status'>
  payload: Payload
  webhook: Webhook
}): Promise<void> => {
  const data = changeOf({ at, status, webhook })
  if (!data) return
  if (data.disabledReason) {
    const { id, name } = webhook
    const reason = data.disabledReason
    payload.logger.warn({ msg: `The webhook “${name}” was switched off`, reason, webhook: id })
  }
  await payload.db.updateOne({
    collection: webhooksSlug as 'topics',
    data: { ...data },
    returning: false,
    // Somebody may have switched it off, or given it another address, while it was called.
    where: {
      and: [
        { id: { equals: webhook.id } },
        { enabled: { equals: true } },
        { url: { equals: webhook.url } },
      ],
    },
  })
}

const changeOf = ({
  at,
  status,
  webhook: { failingSince, lastSuccessAt },
}: {
  at: Date
  status: null | number
  webhook: Webhook
}): Partial<Webhook> | undefined => {
  const now = at.toISOString()
  if (status !== null && status >= 200 && status < 300) {
    // Once a minute is enough to see that it works.
    const isKnown = lastSuccessAt && at.getTime() - new Date(lastSuccessAt).getTime() < 60_000
    return isKnown && !failingSince ? undefined : { failingSince: null, lastSuccessAt: now }
  }
  const disabled = { disabledAt: now, enabled: false, failingSince: failingSince ?? now }
  if (status === 410) return { ...disabled, disabledReason: 'gone' }
  if (!failingSince) return { failingSince: now }
  const isLong = at.getTime() - new Date(failingSince).getTime() >= disabledAfterMs
  return isLong ? { ...disabled, disabledReason: 'failing' } : undefined
}
