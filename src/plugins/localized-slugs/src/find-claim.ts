import type { PayloadRequest } from 'payload'
import { claimKey, slugClaimsSlug, type SlugClaim } from './slug-claims.ts'

/** The document that holds a slug, read inside the caller's transaction. */
export const findClaim = ({
  collection,
  locale,
  req,
  slug,
}: {
  collection: string
  locale: string
  req: PayloadRequest
  slug: string
}): Promise<null | SlugClaim> =>
  req.payload.db.findOne<SlugClaim>({
    collection: slugClaimsSlug,
    req,
    where: { key: { equals: claimKey({ collection, locale, slug }) } },
  })
