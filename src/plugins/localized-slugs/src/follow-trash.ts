import type { CollectionAfterChangeHook, PayloadRequest, TypeWithID } from 'payload'

import { enterClaim, isPublic } from './claim-slug.ts'
import { findClaim } from './find-claim.ts'
import { slugClaimsSlug } from './slug-claims.ts'
import { firstFree } from './slug-field.ts'

type Content = Record<string, unknown>
type PerLocale = Partial<Record<string, unknown>>

/**
 * The slugs of a document in the trash may be taken by others. When it comes back it has its own again; where somebody
 * took one, it gets a new one, and the answer says so in the header `X-Slug-Changed`: `zh: lian-xi -> lian-xi-2`.
 */
export const followTrash: CollectionAfterChangeHook = async ({
  collection,
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (!collection.trash || operation !== 'update' || !('deletedAt' in data)) return doc as unknown
  const [before, after] = [previousDoc, data] as { deletedAt?: unknown }[]
  const inTrash = Boolean(after?.deletedAt)
  if (inTrash === Boolean(before?.deletedAt)) return doc as unknown
  const { id } = doc as TypeWithID
  await req.payload.db.updateMany({
    collection: slugClaimsSlug,
    data: { inTrash },
    req,
    returning: false,
    where: { and: [{ document: { equals: String(id) } }, { target: { equals: collection.slug } }] },
  })
  if (inTrash) return doc as unknown
  const changed = await takeSlugsBack({ id, req, target: collection.slug })
  if (changed.length === 0) return doc as unknown
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set(
    'X-Slug-Changed',
    changed.map(({ from, locale, to }) => `${locale}: ${encodeURI(from)} -> ${to}`).join(', '),
  )
  const mine = changed.find(({ locale }) => locale === req.locale)
  return mine ? { ...(doc as Content), slug: mine.to } : (doc as unknown)
}

type Change = { from: string; locale: string; to: string }

const takeSlugsBack = async ({
  id,
  req,
  target,
}: {
  id: number | string
  req: PayloadRequest
  target: string
}): Promise<Change[]> => {
  const { db } = req.payload
  // A package does not know the project's collections.
  const collection = target as 'stories'
  const live = await db.findOne<Content & TypeWithID>({
    collection,
    req,
    where: { id: { equals: id } },
  })
  const versions = req.payload.collections[collection].config.versions
    ? await latestVersion({ collection, id, req })
    : []
  if (!live) return []
  const changes: Change[] = []
  for (const { locale, slug } of slugsOf([live, ...versions.map(({ version }) => version)])) {
    const claim = await findClaim({ collection, locale, req, slug })
    if (claim?.document === String(id)) continue
    const isFree = !claim || claim.inTrash
    const to = isFree
      ? slug
      : await firstFree({ collection, document: id, locale, req, wanted: slug })
    await enterClaim({
      claim: isFree ? claim : await findClaim({ collection, locale, req, slug: to }),
      collection,
      document: String(id),
      isPublic: isPublic({
        collection: req.payload.collections[collection].config,
        status: statusOf(live, locale),
      }),
      locale,
      req,
      slug: to,
    })
    if (to !== slug) changes.push({ from: slug, locale, to })
  }
  if (changes.length > 0) {
    await db.updateOne({ id, collection, data: withSlugs(live, changes), req, returning: false })
    for (const version of versions) {
      const versionData = { ...version, version: withSlugs(version.version, changes) }
      await db.updateVersion({ id: version.id, collection, req, versionData })
    }
  }
  return changes
}

const latestVersion = async ({
  collection,
  id,
  req,
}: {
  collection: 'stories'
  id: number | string
  req: PayloadRequest
}) => {
  const { docs } = await req.payload.db.findVersions<Content>({
    collection,
    limit: 1,
    pagination: false,
    req,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs
}

/** Each slug of each language once, of what readers see and of what was saved last. */
const slugsOf = (parts: Content[]): { locale: string; slug: string }[] => {
  const found = parts.flatMap(({ slug }) =>
    Object.entries((slug ?? {}) as PerLocale).flatMap(([locale, value]) =>
      typeof value === 'string' && value ? [{ locale, slug: value }] : [],
    ),
  )
  return [...new Map(found.map((each) => [`${each.locale}/${each.slug}`, each])).values()]
}

const statusOf = ({ _status }: Content, locale: string): unknown =>
  typeof _status === 'object' ? (_status as null | PerLocale)?.[locale] : _status

const withSlugs = <T extends Content>(part: T, changes: Change[]): T => {
  const slug = { ...(part.slug as PerLocale) }
  for (const { from, locale, to } of changes) if (slug[locale] === from) slug[locale] = to
  return { ...part, slug }
}
