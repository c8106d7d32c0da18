import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import type { Locale } from '../localization.ts'
import { awards } from '../seed/content/awards.ts'
import { newsBriefs } from '../seed/content/news-briefs.ts'
import { partnerProfiles } from '../seed/content/partner-profiles.ts'
import { programs } from '../seed/content/programs.ts'
import { stories } from '../seed/content/stories.ts'
import { topics } from '../seed/content/topics.ts'
import type { Reference } from '../seed/reference.ts'
import { resolveContent } from '../seed/resolve-content.ts'
import type { Entry } from '../seed/seed-entry.ts'

const entries: Partial<Record<string, readonly Entry[]>> = {
  awards,
  'news-briefs': newsBriefs,
  'partner-profiles': partnerProfiles,
  programs,
  stories,
  topics,
}

/** An example of an answer, from the demo content. */
export const examplesOf = ({
  key,
  payload,
  slug,
}: {
  /** Method and path of the endpoint. */
  key: string
  payload: Payload
  slug: string
}): unknown => {
  const [entry] = entries[slug] ?? []
  if (!entry) return undefined
  const doc = exampleOf({ entry, hasStatus: Boolean(collectionOf(payload, slug)?.versions), slug })
  if (key === 'get /:id') return doc
  if (key !== 'get /') return undefined
  return {
    docs: [doc],
    hasNextPage: true,
    hasPrevPage: false,
    limit: 1,
    nextPage: 2,
    page: 1,
    pagingCounter: 1,
    prevPage: null,
    totalDocs: entries[slug]?.length ?? 1,
    totalPages: entries[slug]?.length ?? 1,
  }
}

const collectionOf = ({ config }: Payload, slug: string) =>
  config.collections.find((each) => each.slug === slug)

const exampleOf = ({
  entry: { content, key, languages: [locale = 'en'] = [] },
  hasStatus,
  slug,
}: {
  entry: Entry
  hasStatus: boolean
  slug: string
}): Record<string, unknown> => ({
  id: idOf({ collection: slug, key }),
  slug: key,
  ...(asRead(resolveContent({ content, idOf, locale: locale satisfies Locale })) as object),
  ...(hasStatus ? { _status: 'published' } : {}),
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-01-05T09:00:00.000Z',
})

/** As databases make them; the same for the same document. */
const idOf = ({ collection, key }: Pick<Reference, 'key'> & { collection: string }): string =>
  createHash('sha256')
    .update(`${collection}/${key}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')

/** Days are read as moments. */
const asRead = (value: unknown): unknown => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return `${value}T12:00:00.000Z`
  if (Array.isArray(value)) return value.map(asRead)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asRead(each)]))
}
