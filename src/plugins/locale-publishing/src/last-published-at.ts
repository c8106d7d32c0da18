import type { PayloadRequest, TypeWithID } from 'payload'

type Saved = { lastSaved?: { locale?: unknown }; updatedAt?: unknown }

/**
 * When what readers see of a document in a language was last published, ISO 8601 in UTC: the newest version that was
 * saved in this language as published. `null` when that version is no longer kept. Taking a language back to what is
 * published counts when the other language was published later.
 */
export const lastPublishedAt = async ({
  collection,
  id,
  locale,
  req,
}: {
  collection: string
  id: string
  locale: string
  req: PayloadRequest
}): Promise<null | string> => {
  const { db } = req.payload
  const live = await db.findOne<Saved & TypeWithID>({
    // A package does not know the project's collections.
    collection: collection as 'stories',
    req,
    select: { lastSaved: { locale: true }, updatedAt: true },
    where: { id: { equals: id } },
  })
  const lastWrite = asTime(live?.updatedAt)
  // What readers see was last written in this language: by far the most frequent case.
  if (live?.lastSaved?.locale === locale) return lastWrite
  const { docs } = await db.findVersions<Saved & TypeWithID>({
    collection: collection as 'stories',
    limit: 1,
    locale,
    pagination: false,
    req,
    select: { updatedAt: true },
    sort: '-updatedAt',
    where: {
      and: [
        { parent: { equals: id } },
        { 'version.lastSaved.locale': { equals: locale } },
        { [`version._status.${locale}`]: { equals: 'published' } },
        ...(lastWrite ? [{ updatedAt: { less_than_equal: lastWrite } }] : []),
      ],
    },
  })
  return asTime(docs[0]?.updatedAt)
}

const asTime = (value: unknown): null | string =>
  typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null
