import type { EventType } from '../event-types.ts'

/** Why a webhook was switched off by the server. */
export type DisabledReason = 'failing' | 'gone'

export type Webhook = {
  id: string
  /** Empty: of all. */
  collections?: null | string[]
  disabledAt?: null | string
  disabledReason?: DisabledReason | null
  enabled?: boolean | null
  /** Empty: all. */
  events?: EventType[] | null
  /** When the first of the failures was that no success has followed yet. */
  failingSince?: null | string
  /** Sealed; signs as well until `formerSecretUntil`. */
  formerSecret?: null | string
  formerSecretUntil?: null | string
  /** Empty: all. */
  languages?: null | string[]
  lastSuccessAt?: null | string
  name: string
  /** Sealed. */
  secret?: null | string
  url: string
}

/** Waiting for its first attempt, or for the next one; sent; given up after three days. */
export const deliveryStates = ['waiting', 'retrying', 'sent', 'given-up'] as const

export type DeliveryState = (typeof deliveryStates)[number]

export type Attempt = {
  /** How the answer begins. */
  answer: string
  at: string
  /** Why there was no answer; `null` when there was one. */
  error: null | string
  /** Milliseconds. */
  ms: number
  status: null | number
}

export type Delivery = {
  id: string
  attempts?: Attempt[] | null
  attemptCount?: null | number
  /** The last body as it was sent. */
  body?: null | string
  /** Who is sending it, until `nextAttemptAt`. */
  claim?: null | string
  document?: null | string
  documentCollection?: null | string
  /** When what it tells of took place. */
  eventAt: string
  locale?: null | string
  /** The `webhook-id`: the same in each attempt. */
  message: string
  nextAttemptAt: string
  /** Its place among those of the same document: larger than of all before. */
  place: number
  /** Since when it is tried. */
  since: string
  settledAt?: null | string
  slug?: null | string
  state: DeliveryState
  type: 'test' | EventType
  webhook: string
}
