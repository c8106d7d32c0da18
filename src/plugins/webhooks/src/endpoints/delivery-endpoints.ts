import { type Endpoint, NotFound } from 'payload'

import type { Delivery } from '../model/rows.ts'
import { deliveriesSlug } from '../slugs.ts'
import { assertOn, webhookOf } from './webhook-endpoints.ts'

export const deliveryEndpoints: Omit<Endpoint, 'root'>[] = [
  /**
   * `POST /api/webhook-deliveries/:id/replay` sends a message again, with the same `webhook-id` and what readers see
   * now; it is tried for three days anew. Answers 202 `{ "delivery": "…" }`.
   */
  {
    handler: async (req) => {
      const { payload, routeParams } = req
      const found = await payload.db.findOne<Delivery>({
        collection: deliveriesSlug,
        req,
        where: { id: { equals: String(routeParams?.id) } },
      })
      // Asked first, so that nobody else learns which there are.
      const webhook = await webhookOf(req, found?.webhook)
      if (!found) throw new NotFound(req.t)
      assertOn(webhook)
      const now = new Date().toISOString()
      await payload.db.updateOne({
        id: found.id,
        collection: deliveriesSlug as 'topics',
        data: {
          attemptCount: 0,
          claim: null,
          nextAttemptAt: now,
          settledAt: null,
          since: now,
          state: 'waiting',
        },
        req,
        returning: false,
      })
      return Response.json({ delivery: found.id }, { status: 202 })
    },
    method: 'post',
    path: '/:id/replay',
  },
]
