import type { PayloadRequest } from 'payload'

import { claimKey, type SlugClaim, slugClaimsSlug } from './slug-claims.ts'

/** A document that readers have known by a slug, and the language it was known in. */
export type SlugHolder = { document: string; locale: string }

/**
 * The documents that hold a slug in these languages, in the order of the languages: one query of the unique index.
 * Only slugs that were public once count, and none of the trash, so the answer tells nothing of drafts. Whether readers
 * still may see the document is for the caller to ask.
 */
export const findSlugHolders = async ({
  collection,
  locales,
  req,
  slug,
}: {
  collection: string
  locales: readonly string[]
  req: PayloadRequest
  slug: string
}): Promise<SlugHolder[]> => {
  const { docs } = await req.payload.db.find<SlugClaim>({
    collection: slugClaimsSlug,
    pagination: false,
    req,
    where: {
      and: [
        { key: { in: locales.map((locale) => claimKey({ collection, locale, slug })) } },
        { wasPublished: { equals: true } },
        { inTrash: { not_equals: true } },
      ],
    },
  })
  return locales.flatMap((locale) =>
    docs.filter((claim) => claim.locale === locale).map(({ document }) => ({ document, locale })),
  )
}
