import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import { newSecret } from './new-secret.ts'
import { seal } from './seal.ts'

/** The server makes the secret, and keeps it sealed. The secret itself waits in the request, to be shown once. */
export const keepSecret: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const secret = newSecret()
  req.context.newWebhookSecret = secret
  return { ...data, secret: seal(secret, req.payload.secret) }
}

/** The answer to who made the webhook is the only place that ever has its secret. */
export const showSecretOnce: CollectionAfterChangeHook = ({ doc, operation, req }) => {
  const { newWebhookSecret } = req.context
  if (operation !== 'create' || typeof newWebhookSecret !== 'string') return doc as unknown
  delete req.context.newWebhookSecret
  return { ...(doc as object), newSecret: newWebhookSecret }
}
