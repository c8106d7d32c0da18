import type { Config, Plugin } from 'payload'

import { choicesOf } from './model/choices-of.ts'
import { deliveriesCollection } from './model/deliveries-collection.ts'
import { webhooksCollection } from './model/webhooks-collection.ts'
import { place } from './options-of.ts'
import { completeOptions, type WebhooksOptions } from './options.ts'

export { webhookFigures } from './count-deliveries.ts'
export type { DescribedDocument, WebhooksOptions } from './options.ts'
export { queueWebhooks } from './queue-webhooks.ts'
export type { WebhookBody } from './sending/compose-body.ts'
export type { Reach } from './sending/reach.ts'
export { sendDue } from './sending/send-due.ts'
export { startWebhooks } from './sending/start-webhooks.ts'
export { watchWebhookAttempts } from './sending/watch-attempts.ts'

/**
 * Tells other servers, with signed messages (Standard Webhooks), when what readers see has changed. What is to be sent
 * is written down in the transaction that changes it, and sent after it: at least once, of each document in order.
 */
export const webhooks =
  (given: WebhooksOptions): Plugin =>
  (config: Config): Config => {
    const options = completeOptions(given, config)
    const choices = choicesOf(config, options)
    return {
      ...config,
      collections: [
        ...(config.collections ?? []),
        webhooksCollection(options, choices),
        deliveriesCollection(options, choices),
      ],
      custom: { ...config.custom, [place]: options },
    }
  }
