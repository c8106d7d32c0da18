import type { PayloadRequest } from 'payload'

import { type Asked, nothing } from '../asked.ts'
import { cleanLine } from '../clean-line.ts'
import type { CompleteOptions, Content, FeedSite } from '../options.ts'
import { readDocuments } from '../read-documents.ts'
import type { Feed } from './entry.ts'
import { readEntries, type Source } from './read-entries.ts'

type FeedAsked = Extract<Asked, { kind: 'feed' }>

/**
 * A page of a feed in one language; where it is, when it is of a document that has another slug by now.
 * @throws APIError 404 when it would be of a document that readers do not know in this language, or the page is empty
 */
export const readFeed = async ({
  asked,
  options,
  req,
}: {
  asked: FeedAsked
  options: CompleteOptions
  req: PayloadRequest
}): Promise<Feed | { redirectTo: string }> => {
  const { format, locale, of, page } = asked
  const { serverURL } = req.payload.config
  const site = await options.site({ locale, req })
  const holder =
    of.kind === 'group' ? await holderOf({ ...of, asked, options, req, site }) : undefined
  const pageOf = (url: string, number: number): string =>
    number === 1 ? url : `${url}?page=${number}`
  if (holder && 'redirectTo' in holder) return { redirectTo: pageOf(holder.redirectTo, page) }
  const { entries, hasMore } = await readEntries({
    locale,
    options,
    page,
    req,
    site,
    sources: sourcesOf({ holder: holder?.doc, of, options }),
  })
  const addressIn = (code: string): null | string => {
    const name = of.kind === 'all' ? 'all' : of.kind === 'collection' ? of.collection : undefined
    if (name !== undefined) return `${serverURL}/feeds/${code}/${name}.${format}`
    const slug = holder?.slugs[code]
    if (of.kind !== 'group' || slug === undefined) return null
    return addressOfGroup({ ...of, format, locale: code, serverURL, slug })
  }
  const id = addressIn(locale) ?? serverURL
  const pageAt = (number: number): string => pageOf(id, number)
  if (page > 1 && entries.length === 0) {
    throw nothing(pageAt(page), 'The feed has not so many pages.')
  }
  const name = cleanLine(site.name)
  const part =
    holder?.title ?? (of.kind === 'collection' ? labelOf(of.collection, { locale, req }) : '')
  const listUrl = of.kind === 'collection' ? site.listUrl(of.collection) : holder?.url
  return {
    author: name || new URL(serverURL).host,
    entries,
    hreflang: options.languages[locale] ?? locale,
    id,
    homeUrl: listUrl ?? site.homeUrl ?? serverURL,
    others: Object.entries(options.languages).flatMap(([code, hreflang]) => {
      const url = code === locale ? null : addressIn(code)
      return url === null ? [] : [{ hreflang, url }]
    }),
    next: hasMore && page < options.mostPages ? pageAt(page + 1) : null,
    previous: page > 1 ? pageAt(page - 1) : null,
    title: [part, name].filter(Boolean).join(' · ') || new URL(serverURL).host,
    // The same at every reading, also of a feed in which there is nothing yet.
    updatedAt: entries[0]?.updatedAt ?? new Date(0),
    url: pageAt(page),
  }
}

type Holder = { doc: Content; slugs: Record<string, string>; title: string; url: null | string }

/** The document whose feed it is, with its slugs in the languages that readers know it in. */
const holderOf = async ({
  asked: { format, locale },
  group,
  options,
  req,
  site,
  slug,
}: {
  asked: FeedAsked
  group: string
  options: CompleteOptions
  req: PayloadRequest
  site: FeedSite
  slug: string
}): Promise<Holder | { redirectTo: string }> => {
  const described = options.groups[group]
  const isSlug = slug !== '' && slug.length <= 300 && !/\p{Cc}|\p{Cs}/u.test(slug)
  const [doc] =
    described && isSlug
      ? await readDocuments({
          collection: group,
          limit: 1,
          locale,
          req,
          select: { [described.titleField]: true, slug: true },
          where: [{ slug: { equals: slug } }],
        })
      : []
  if (!doc || !described) {
    const current = isSlug ? await currentSlugOf({ group, locale, options, req, slug }) : undefined
    const { serverURL } = req.payload.config
    if (current !== undefined && current !== slug)
      return { redirectTo: addressOfGroup({ format, group, locale, serverURL, slug: current }) }
    const path = `/feeds/${locale}/${group}/${slug}.${format}`
    throw nothing(path, `Nothing of “${group}” is published in “${locale}” under this slug.`)
  }
  const [whole] = await readDocuments({
    collection: group,
    limit: 1,
    locale: 'all',
    req,
    select: { _status: true, slug: true },
    where: [{ id: { equals: doc.id } }],
  })
  return {
    doc,
    slugs: slugsOf(whole),
    title: cleanLine(described.title(doc)),
    url: site.pageUrl({ collection: group, locale, slug }),
  }
}

const addressOfGroup = (of: {
  format: string
  group: string
  locale: string
  serverURL: string
  slug: string
}): string =>
  `${of.serverURL}/feeds/${of.locale}/${of.group}/${encodeURIComponent(of.slug)}.${of.format}`

/** The slug of a document that readers have known by another one, or by this one in another language. */
const currentSlugOf = async ({
  group: collection,
  locale,
  options,
  req,
  slug,
}: {
  group: string
  locale: string
  options: CompleteOptions
  req: PayloadRequest
  slug: string
}): Promise<string | undefined> => {
  const others = Object.keys(options.languages).filter((code) => code !== locale)
  const holders = await options.slugHolders({ collection, locales: [locale, ...others], req, slug })
  for (const { document } of holders) {
    const [found] = await readDocuments({
      collection,
      limit: 1,
      locale,
      req,
      select: { slug: true },
      where: [{ id: { equals: document } }],
    })
    if (typeof found?.slug === 'string' && found.slug !== '') return found.slug
  }
  return undefined
}

const slugsOf = (doc: Content | undefined): Record<string, string> => {
  const status = doc?._status
  const known = Object.entries({ ...(doc?.slug as object | undefined) }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  )
  return Object.fromEntries(
    known.filter(
      ([locale]) =>
        typeof status !== 'object' ||
        status === null ||
        (status as Record<string, unknown>)[locale] === 'published',
    ),
  )
}

const sourcesOf = ({
  holder,
  of,
  options: { collections },
}: {
  holder: Content | undefined
  of: FeedAsked['of']
  options: CompleteOptions
}): Source[] => {
  if (of.kind === 'collection') return [{ collection: of.collection, where: [] }]
  if (of.kind === 'all')
    return Object.keys(collections).map((collection) => ({ collection, where: [] }))
  return Object.entries(collections).flatMap(([collection, { groups }]): Source[] => {
    const relation = groups[of.group]
    return relation === undefined || !holder
      ? []
      : [{ collection, where: [{ [relation]: { in: [holder.id] } }] }]
  })
}

/** What a collection is called in a language. */
export const labelOf = (
  collection: string,
  { locale, req }: { locale: string; req: PayloadRequest },
): string => {
  const { plural } = req.payload.collections[collection as 'payload-preferences'].config.labels
  const words: unknown =
    typeof plural === 'object' ? (plural as Record<string, string>)[locale] : plural
  return typeof words === 'string' ? words : collection
}
