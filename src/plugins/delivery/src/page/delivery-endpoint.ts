import type { Endpoint } from 'payload'

import { askedOf } from '../asked.ts'
import type { DeliveryOptions } from '../options.ts'
import { deliver } from './deliver.ts'

/**
 * `GET /api/delivery/<collection>/<slug>?locale=zh[&fallback=en]` answers a `DeliveryDocument`, or
 * `{ "redirectTo": { "collection", "slug", "locale", "url", "status" } }` for an old slug and for another language's.
 * 404 when readers never knew the slug. `draft=true` for those who read drafts, `preview=<token>` for those who hold one.
 */
export const deliveryEndpoint = (options: DeliveryOptions): Endpoint => ({
  custom: { query: ['draft', 'preview'] },
  handler: async (req) => {
    const { collection } = req.routeParams ?? {}
    const answer = await deliver(
      {
        ...askedOf(req),
        collection: String(collection),
        draft: req.query.draft === 'true',
        req,
      },
      options,
    )
    return Response.json(answer)
  },
  method: 'get',
  path: '/delivery/:collection/:slug',
})
