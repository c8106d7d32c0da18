import { randomUUID } from 'node:crypto'
import { APIError, type Endpoint, Forbidden, NotFound, type PayloadRequest } from 'payload'

import type { Delivery, Webhook } from '../model/rows.ts'
import { newDelivery } from '../queue-webhooks.ts'
import { newSecret } from '../secrets/new-secret.ts'
import { seal } from '../secrets/seal.ts'
import { deliveriesSlug, webhooksSlug } from '../slugs.ts'

const dayMs = 24 * 60 * 60 * 1000

export const webhookEndpoints: Omit<Endpoint, 'root'>[] = [
  /** `POST /api/webhooks/:id/test` sends a message of type `webhook.test`. Answers 202 `{ "delivery": "…" }`. */
  {
    handler: async (req) => {
      const webhook = await webhookOf(req, req.routeParams?.id)
      assertOn(webhook)
      const event = { id: randomUUID(), at: new Date().toISOString(), type: 'test' as const }
      const made = await req.payload.db.create({
        collection: deliveriesSlug,
        data: newDelivery({ event, webhook: webhook.id }),
        req,
      })
      return Response.json({ delivery: (made as Delivery).id }, { status: 202 })
    },
    method: 'post',
    path: '/:id/test',
  },
  /**
   * `POST /api/webhooks/:id/rotate-secret` makes a new secret; for a day messages are signed with both. Answers
   * `{ "secret": "whsec_…", "formerSecretUntil": "…" }`, once.
   */
  {
    handler: async (req) => {
      const { id, secret: former } = await webhookOf(req, req.routeParams?.id)
      const secret = newSecret()
      const formerSecretUntil = new Date(Date.now() + dayMs).toISOString()
      // As the server, which alone may write these fields.
      await req.payload.update({
        id,
        collection: webhooksSlug as 'topics',
        data: {
          formerSecret: former,
          formerSecretUntil,
          secret: seal(secret, req.payload.secret),
        } as object,
        overrideAccess: true,
        req,
      })
      return Response.json({ formerSecretUntil, secret })
    },
    method: 'post',
    path: '/:id/rotate-secret',
  },
]

/** @throws Forbidden for those who may not keep webhooks; NotFound */
export const webhookOf = async (req: PayloadRequest, id: unknown): Promise<Webhook> => {
  const { access } = req.payload.collections[webhooksSlug as 'topics'].config
  if (!req.user || (await access.update({ req })) !== true) throw new Forbidden(req.t)
  const webhook = await req.payload.db.findOne<Webhook>({
    collection: webhooksSlug,
    req,
    where: { id: { equals: String(id) } },
  })
  if (!webhook) throw new NotFound(req.t)
  return webhook
}

/** @throws APIError 409 */
export const assertOn = ({ enabled, name }: Webhook): void => {
  if (!enabled) {
    throw new APIError(`The webhook “${name}” is off: switch it on first.`, 409, undefined, true)
  }
}
