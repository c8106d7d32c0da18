import type { CollectionAfterChangeHook, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { ValidationError } from 'payload'
import { findClaim } from './find-claim.ts'
import { noteTaken } from './foresee-claims.ts'
import { claimKey, type SlugClaim, slugClaimsSlug } from './slug-claims.ts'

/**
 * Enters the saved slug into the register, in the transaction of the save, so that document and claim exist together or not at all.
 * A slug that readers may know is kept; one that never was public is given back when it changes.
 */
export const claimSlug: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const { locale } = req
  const slug: unknown = doc.slug
  if (!locale || locale === 'all' || typeof slug !== 'string' || !slug) return doc

  const mine = { document: String(doc.id), isPublic: isPublic({ collection, status: doc._status }) }
  const claim = await findClaim({ collection: collection.slug, locale, req, slug })
  const isMine = claim?.document === mine.document
  if (claim && !isMine && !claim.inTrash)
    throw slugIsTaken({ collection: collection.slug, req, slug })

  if (!claim || !isMine) {
    // A new document has none to give back.
    if (operation === 'update')
      await releaseUnpublished({ document: mine.document, locale, req, target: collection.slug })
    await enterClaim({ claim, collection: collection.slug, locale, req, slug, ...mine })
  } else if (mine.isPublic && !claim.wasPublished) {
    await req.payload.db.updateOne({
      id: claim.id,
      collection: slugClaimsSlug,
      data: { wasPublished: true },
      req,
    })
  }
  return doc
}

/** What has no drafts is public as soon as it is saved. */
export const isPublic = ({
  collection,
  status,
}: {
  collection: SanitizedCollectionConfig
  status: unknown
}): boolean => status === 'published' || !collection.versions?.drafts

/** Enters a claim, or takes over that of a document in the trash. */
export const enterClaim = async ({
  claim,
  collection,
  document,
  isPublic: isKnown,
  locale,
  req,
  slug,
}: {
  claim: null | SlugClaim
  collection: string
  document: string
  isPublic: boolean
  locale: string
  req: PayloadRequest
  slug: string
}): Promise<void> => {
  if (claim) {
    await req.payload.db.updateOne({
      id: claim.id,
      collection: slugClaimsSlug,
      data: { document, inTrash: false, wasPublished: isKnown },
      req,
    })
    return
  }
  const key = claimKey({ collection, locale, slug })
  noteTaken(key, req)
  try {
    await req.payload.db.create({
      collection: slugClaimsSlug,
      data: {
        document,
        key,
        locale,
        slug,
        target: collection,
        wasPublished: isKnown,
      },
      req,
      returning: false,
    })
  } catch (error) {
    // The unique index spoke: somebody else committed the same slug since we looked.
    if (error instanceof ValidationError) throw slugIsTaken({ collection, req, slug })
    throw error
  }
}

const releaseUnpublished = ({
  document,
  locale,
  req,
  target,
}: {
  document: string
  locale: string
  req: PayloadRequest
  target: string
}): Promise<void> =>
  req.payload.db.deleteMany({
    collection: slugClaimsSlug,
    req,
    where: {
      and: [
        { document: { equals: document } },
        { target: { equals: target } },
        { locale: { equals: locale } },
        { wasPublished: { not_equals: true } },
      ],
    },
  })

const slugIsTaken = ({
  collection,
  req,
  slug,
}: {
  collection: string
  req: PayloadRequest
  slug: string
}): ValidationError => {
  const message = req.i18n.language.startsWith('zh')
    ? `网址别名“${slug}”已被另一篇文档使用，请换一个。`
    : `The slug “${slug}” belongs to another document. Choose a different one.`
  return new ValidationError({ collection, errors: [{ message, path: 'slug' }], req })
}
