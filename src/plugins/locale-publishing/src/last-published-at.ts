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

/** The same of many documents of a collection, by their ids: two queries, or one where all were last written in this language. */
export const lastPublishedAtOfMany = async ({
  collection,
  ids,
  locale,
  req,
}: {
  collection: string
  ids: readonly string[]
  locale: string
  req: PayloadRequest
}): Promise<Map<string, string>> => {
  const { db } = req.payload
  const { docs: live } = await db.find<Saved & TypeWithID>({
    collection: collection as 'stories',
    limit: 0,
    pagination: false,
    req,
    select: { lastSaved: { locale: true }, updatedAt: true },
    where: { id: { in: [...ids] } },
  })
  const lastWrites = new Map(live.map(({ id, updatedAt }) => [String(id), asTime(updatedAt)]))
  const others = live.filter(({ lastSaved }) => lastSaved?.locale !== locale).map(({ id }) => id)
  const found = new Map<string, string>()
  const note = (id: string, time: null | string): void => {
    if (time !== null && time > (found.get(id) ?? '')) found.set(id, time)
  }
  for (const { id, lastSaved } of live) {
    if (lastSaved?.locale === locale) note(String(id), lastWrites.get(String(id)) ?? null)
  }
  if (others.length === 0) return found
  const { docs: versions } = await db.findVersions<Saved & TypeWithID>({
    collection: collection as 'stories',
    limit: 0,
    locale,
    pagination: false,
    req,
    select: { parent: true, updatedAt: true },
    where: {
      and: [
        { parent: { in: others } },
        { 'version.lastSaved.locale': { equals: locale } },
        { [`version._status.${locale}`]: { equals: 'published' } },
      ],
    },
  })
  for (const { parent, updatedAt } of versions) {
    const time = asTime(updatedAt)
    const lastWrite = lastWrites.get(String(parent)) ?? null
    // Later ones are drafts of what readers see.
    if (time !== null && (lastWrite === null || time <= lastWrite)) note(String(parent), time)
  }
  return found
}

const asTime = (value: unknown): null | string =>
  typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null
