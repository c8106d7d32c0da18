import type { PayloadRequest } from 'payload'

import { claimKey, type SlugClaim, slugClaimsSlug } from './slug-claims.ts'
import { slugify } from './slugify.ts'

/** A slug, or the text that one is made from. */
export type ForeseenSlug = { collection: string; locale: string; text: string }

const contextKey = 'localized-slugs:free'

/**
 * Looks up at once which of the slugs of many new documents nobody holds. What it answers belongs into the context of
 * the requests that save these documents in the same transaction: they do not ask for each of them anew. A slug that
 * somebody holds is looked up as ever.
 */
export const foreseeClaims = async (
  slugs: readonly ForeseenSlug[],
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Record<string, unknown>> => {
  const keys = [...new Set(slugs.map(keyOf))]
  const free = new Set(keys)
  // SQLite takes a bounded number of values in one statement.
  for (let start = 0; start < keys.length; start += atOnce) {
    const { docs } = await req.payload.db.find<SlugClaim>({
      collection: slugClaimsSlug,
      limit: 0,
      pagination: false,
      req,
      where: { key: { in: keys.slice(start, start + atOnce) } },
    })
    for (const { key } of docs) free.delete(key)
  }
  return { [contextKey]: free }
}

const atOnce = 500

const keyOf = ({ collection, locale, text }: ForeseenSlug): string =>
  claimKey({ collection, locale, slug: slugify(text) || text || collection })

/** Whether nobody is known to hold a slug. */
export const isKnownFree = (key: string, { context }: PayloadRequest): boolean =>
  freeIn(context)?.has(key) === true

/** From now on somebody holds it. */
export const noteTaken = (key: string, { context }: PayloadRequest): void => {
  freeIn(context)?.delete(key)
}

const freeIn = (context: Record<string, unknown>): Set<string> | undefined =>
  context[contextKey] as Set<string> | undefined
