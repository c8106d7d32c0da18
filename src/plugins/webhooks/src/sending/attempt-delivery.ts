import type { Payload } from 'payload'

import type { Attempt, Delivery, Webhook } from '../model/rows.ts'
import { optionsOf } from '../options-of.ts'
import { sign } from '../secrets/sign.ts'
import { composeBody } from './compose-body.ts'
import { noteOutcome } from './note-outcome.ts'
import { changeDelivery, findNeighbour, isOpen } from './open-deliveries.ts'
import { planNext } from './plan-next.ts'
import { type Outcome, postMessage } from './post-message.ts'
import { tellAttempt } from './watch-attempts.ts'

export type Sending = {
  /** What time it is. @default the time of the machine */
  now?: () => Date
  /** Aborted, nothing further is begun, and what is under way is broken off and left for the next start. */
  signal?: AbortSignal
  /** Milliseconds that a receiver has for its answer. @default 15_000 */
  timeoutMs?: number
}

/** Of all attempts the last ones, which is more than three days make. */
const keptAttempts = 30

/** Sends a delivery that was claimed, and writes down what came of it. */
export const attemptDelivery = async ({
  claim,
  delivery,
  payload,
  sending: { now = () => new Date(), signal, timeoutMs },
  webhook,
}: {
  claim: string
  delivery: Delivery
  payload: Payload
  sending: Sending
  webhook: Webhook
}): Promise<void> => {
  const at = now()
  const begun = performance.now()
  const where = { and: [{ claim: { equals: claim } }, isOpen] }
  const { id } = delivery
  let body: null | string = null
  let outcome: Outcome & { isOurs?: boolean }
  try {
    body = await composeBody(delivery, payload)
    outcome = await postMessage({
      body,
      headers: headersOf({ at, body, delivery, payload, webhook }),
      reach: optionsOf(payload).reach,
      url: webhook.url,
      ...(signal ? { signal } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
  } catch (err) {
    payload.logger.error({ delivery: id, err, msg: 'A webhook message could not be made' })
    const error = err instanceof Error ? err.message : String(err)
    outcome = { answer: '', error, isOurs: true, retryAfter: null, status: null }
  }
  if (signal?.aborted && outcome.status === null) {
    const data = { claim: null, nextAttemptAt: at.toISOString() }
    await changeDelivery({ data, id, payload, where })
    return
  }
  const attempt: Attempt = {
    answer: outcome.answer,
    at: at.toISOString(),
    error: outcome.error,
    ms: Math.round(performance.now() - begun),
    status: outcome.status,
  }
  const attempts = [...(delivery.attempts ?? []), attempt].slice(-keptAttempts)
  const attemptCount = (delivery.attemptCount ?? 0) + 1
  const fate = fateOf({ attemptCount, at, delivery, outcome })
  tellAttempt(payload, {
    ms: attempt.ms,
    outcome: fate.state === 'sent' || fate.state === 'given-up' ? fate.state : 'failed',
  })
  const data = { ...fate, attemptCount, attempts, claim: null, ...(body ? { body } : {}) }
  // Unless it took so long that another process has it meanwhile, and will write down its own outcome.
  const isMine = await changeDelivery({ data, id, payload, where })
  if (!outcome.isOurs) await noteOutcome({ at, outcome, payload, webhook })
  if (isMine && fate.settledAt) await wakeNext({ at, delivery, payload })
}

export const isSuccess = ({ status }: Pick<Outcome, 'status'>): boolean =>
  status !== null && status >= 200 && status < 300

const fateOf = ({
  attemptCount,
  at,
  delivery: { since },
  outcome,
}: {
  attemptCount: number
  at: Date
  delivery: Delivery
  outcome: Outcome
}): Partial<Delivery> => {
  const settledAt = at.toISOString()
  if (isSuccess(outcome)) return { settledAt, state: 'sent' }
  if (outcome.status === 410) return { settledAt, state: 'given-up' }
  const mayAsk = outcome.status === 429 || outcome.status === 503
  const next = planNext({
    attempts: attemptCount,
    now: at,
    retryAfter: mayAsk ? outcome.retryAfter : null,
    since: new Date(since),
  })
  return next
    ? { nextAttemptAt: next.toISOString(), state: 'retrying' }
    : { settledAt, state: 'given-up' }
}

const headersOf = ({
  at,
  body,
  delivery,
  payload,
  webhook,
}: {
  at: Date
  body: string
  delivery: Delivery
  payload: Payload
  webhook: Webhook
}): Record<string, string> => ({
  'Accept-Encoding': 'identity',
  'Content-Type': 'application/json',
  'User-Agent': 'qiao-webhooks/1',
  ...sign({ body, id: delivery.message, now: at, serverSecret: payload.secret, webhook }),
})

/** The later one of the same document need not wait any longer. */
const wakeNext = async ({
  at,
  delivery,
  payload,
}: {
  at: Date
  delivery: Delivery
  payload: Payload
}): Promise<void> => {
  const next = await findNeighbour(delivery, { direction: 'after', payload })
  if (!next) return
  const data = { nextAttemptAt: at.toISOString() }
  await changeDelivery({ data, id: next.id, payload, where: isOpen })
}
