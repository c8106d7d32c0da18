import type { PayloadRequest } from 'payload'
import { isKnownFree } from './foresee-claims.ts'
import { claimKey, slugClaimsSlug, type SlugClaim } from './slug-claims.ts'

/** The document that holds a slug, read inside the caller's transaction. */
export const findClaim = async ({
  collection,
  locale,
  req,
  slug,
}: {
  collection: string
  locale: string
  req: PayloadRequest
  slug: string
}): Promise<null | SlugClaim> => {
  const key = claimKey({ collection, locale, slug })
  if (isKnownFree(key, req)) return null
  return req.payload.db.findOne<SlugClaim>({
    collection: slugClaimsSlug,
    req,
    where: { key: { equals: key } },
  })
}
