import { Webhook as Signer } from 'standardwebhooks'

import type { Webhook } from '../model/rows.ts'
import { unseal } from './seal.ts'

/** The secrets of a webhook cannot be read, for those of the server have changed. */
export class SecretUnreadableError extends Error {
  override name = 'SecretUnreadableError'
  constructor() {
    super('The secret cannot be read, because PAYLOAD_SECRET has changed: renew the secret.')
  }
}

/**
 * The headers of Standard Webhooks. After a secret was renewed, the former one signs as well for a while.
 * @throws SecretUnreadableError
 */
export const sign = ({
  body,
  id,
  now,
  serverSecret,
  webhook: { formerSecret, formerSecretUntil, secret },
}: {
  body: string
  id: string
  now: Date
  serverSecret: string
  webhook: Pick<Webhook, 'formerSecret' | 'formerSecretUntil' | 'secret'>
}): Record<string, string> => {
  const current = secret ? unseal(secret, serverSecret) : undefined
  if (!current) throw new SecretUnreadableError()
  const isFormerValid = formerSecretUntil && new Date(formerSecretUntil) > now
  const former = isFormerValid && formerSecret ? unseal(formerSecret, serverSecret) : undefined
  const signatures = [current, former].flatMap((each) =>
    each ? [new Signer(each).sign(id, now, body)] : [],
  )
  return {
    'webhook-id': id,
    'webhook-signature': signatures.join(' '),
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
  }
}
