import type { Payload } from 'payload'

/** What came of one call of a receiver. */
export type WebhookAttempt = {
  /** Milliseconds that it took. */
  ms: number
  /** Whether it is tried again, or not any more. */
  outcome: 'failed' | 'given-up' | 'sent'
}

type Listener = (attempt: WebhookAttempt) => void

/**
 * Tells `listener` of each call that this process makes.
 * @returns a function that ends it
 */
export const watchWebhookAttempts = (payload: Payload, listener: Listener): (() => void) => {
  const own = listeners.get(payload.db) ?? new Set<Listener>()
  listeners.set(payload.db, own.add(listener))
  return () => void own.delete(listener)
}

export const tellAttempt = ({ db }: Payload, attempt: WebhookAttempt): void => {
  for (const listener of listeners.get(db) ?? []) listener(attempt)
}

const listeners = new WeakMap<object, Set<Listener>>()
