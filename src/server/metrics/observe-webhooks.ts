import { watchWebhookAttempts, webhookFigures } from '@qiao/webhooks'
import type { Payload } from 'payload'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

import { askedNowAndThen } from './asked-now-and-then.ts'
import { gaugeByState } from './gauge-by-state.ts'

/**
 * Counts what this process sends to webhooks, and tells what is still to be sent by any.
 * @returns a function that ends it
 */
export const observeWebhooks = ({
  payload,
  registry,
}: {
  payload: Payload
  registry: Registry
}): (() => void) => {
  const registers = [registry]
  const ask = askedNowAndThen({ ask: () => webhookFigures(payload), logger: payload.logger })
  gaugeByState({
    counts: async () => (await ask())?.pending,
    help: 'Messages to be sent: waiting; retrying, after a failure; held, for their webhook is off.',
    name: 'qiao_webhook_messages_pending',
    registry,
  })
  new Gauge({
    async collect() {
      const figures = await ask()
      this.reset()
      if (figures) this.set(secondsSince(figures.oldestAt))
    },
    help: 'Age of the oldest message to be sent to a webhook that is on; 0 when there is none.',
    name: 'qiao_webhook_oldest_pending_seconds',
    registers,
  })
  gaugeByState({
    counts: async () => (await ask())?.webhooks,
    help: 'Webhooks: on; off, by somebody; disabled, by the server after long failure.',
    name: 'qiao_webhooks',
    registry,
  })
  const attempts = new Counter({
    help: 'Calls of receivers, by outcome: sent; failed, to be tried again; given_up.',
    labelNames: ['outcome'],
    name: 'qiao_webhook_attempts_total',
    registers,
  })
  const durations = new Histogram({
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    help: 'Seconds that calls of receivers took, whatever came of them.',
    name: 'qiao_webhook_attempt_duration_seconds',
    registers,
  })
  for (const outcome of Object.values(words)) attempts.inc({ outcome }, 0)
  return watchWebhookAttempts(payload, ({ ms, outcome }) => {
    attempts.inc({ outcome: words[outcome] })
    durations.observe(ms / 1000)
  })
}

const words = { failed: 'failed', 'given-up': 'given_up', sent: 'sent' } as const

const secondsSince = (at: Date | undefined): number =>
  at ? Math.max(0, (Date.now() - at.getTime()) / 1000) : 0
