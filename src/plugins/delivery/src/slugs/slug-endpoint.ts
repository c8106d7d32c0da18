import { type Endpoint, parseParams, type SelectType } from 'payload'

import { askedOf } from '../asked.ts'
import type { SlugOptions } from '../options.ts'
import { resolveSlug } from './resolve-slug.ts'

/**
 * `GET /api/<collection>/by-slug/<slug>?locale=zh[&fallback=en][&depth][&select][&populate]` answers
 * `{ "doc", "redirectTo" }`: the document that has this slug in this language, or where to go for an old slug and for
 * another language's. 404 when readers never knew the slug.
 */
export const slugEndpoint = (collection: string, options: SlugOptions): Omit<Endpoint, 'root'> => ({
  custom: { query: ['depth', 'draft', 'populate', 'preview', 'select'] },
  handler: async (req) => {
    const { depth = req.payload.config.defaultDepth, draft, populate, select } = read(req.query)
    const answer = await resolveSlug(
      {
        ...askedOf(req),
        collection,
        depth,
        draft: draft === true,
        req,
        ...(populate ? { populate } : {}),
        ...(select ? { select } : {}),
      },
      options,
    )
    return Response.json(answer)
  },
  method: 'get',
  path: '/by-slug/:slug',
})

type Read = {
  depth?: number
  draft?: boolean
  populate?: Record<string, SelectType>
  select?: SelectType
}

/** As everywhere in REST. Payload writes into what it reads, so it is given a copy. */
const read = (query: Record<string, unknown>): Read => parseParams({ ...query }) as Read
