import { APIError, type Payload } from 'payload'

import type { CompleteOptions } from './options.ts'

export const formats = ['atom', 'rss', 'json'] as const

export type Format = (typeof formats)[number]

/** What an address asks for. */
export type Asked =
  | { format: Format; kind: 'feed'; locale: string; of: FeedScope; page: number }
  | { kind: 'calendar'; locale: string; name: string }
  | { collection: string; kind: 'sitemap'; locale: string; page: number }
  | { kind: 'robots' }
  | { kind: 'sitemaps' }

/** All documents, those of one collection, or those that belong to a document such as a topic. */
export type FeedScope =
  | { collection: string; kind: 'collection' }
  | { group: string; kind: 'group'; slug: string }
  | { kind: 'all' }

/**
 * What is asked for at an address of the server, in the words of `options`.
 * @throws APIError 400 for an unknown language or parameter, 404 for anything else that does not exist; both tell what is known
 */
export const askedOf = ({
  address,
  options,
  payload,
}: {
  address: string
  options: CompleteOptions
  payload: Payload
}): Asked => {
  const [path = '', query] = address.split(/\?(.*)/s)
  const asked = askedAt({ options, path, payload })
  if (!query) return asked
  if (asked.kind !== 'feed') throw wrong('There are no parameters at this address.')
  return { ...asked, page: pageOf(query, options) }
}

const pageOf = (query: string, { mostPages }: CompleteOptions): number => {
  const page = Number(/^page=([1-9]\d{0,3})$/.exec(query)?.[1])
  if (page >= 2 && page <= mostPages) return page
  throw wrong(
    `A feed has one parameter, “page”, from 2 to ${mostPages}. Leave it out for the first page.`,
  )
}

const askedAt = ({
  options,
  path,
  payload,
}: {
  options: CompleteOptions
  path: string
  payload: Payload
}): Asked => {
  const [first = '', ...rest] = path.split('/').slice(1).map(decodeURIComponent)
  if (first === 'robots.txt' && rest.length === 0) return { kind: 'robots' }
  if (first === 'sitemap.xml' && rest.length === 0) return { kind: 'sitemaps' }
  if (!['calendar', 'feeds', 'sitemaps'].includes(first)) throw nothing(path, whereSitemapsAre)
  const [locale = '', ...names] = rest
  const at = { locale: asLocale(locale, payload), names, options, path }
  if (first === 'feeds') return feedAt(at)
  if (first === 'calendar') return calendarAt(at)
  return sitemapAt(at)
}

export const whereSitemapsAre = 'The sitemaps that there are stand in /sitemap.xml.'

type At = { locale: string; names: string[]; options: CompleteOptions; path: string }

const feedAt = ({ locale, names, options: { collections, groups }, path }: At): Asked => {
  const last = names.at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const name = last.slice(0, dot)
  const format = formats.find((each) => each === last.slice(dot + 1))
  if (dot < 1 || !format) {
    throw nothing(path, `A feed ends in ${listed(formats.map((each) => `.${each}`))}.`)
  }
  const asked = { format, kind: 'feed', locale, page: 1 } as const
  if (names.length === 1) {
    if (name === 'all') return { ...asked, of: { kind: 'all' } }
    if (Object.hasOwn(collections, name)) {
      return { ...asked, of: { collection: name, kind: 'collection' } }
    }
    throw nothing(path, `There are feeds of ${listed(['all', ...Object.keys(collections)])}.`)
  }
  const [group = ''] = names
  if (names.length === 2 && Object.hasOwn(groups, group)) {
    return { ...asked, of: { group, kind: 'group', slug: name } }
  }
  throw nothing(path, `There are feeds of each document of ${listed(Object.keys(groups))}.`)
}

const calendarAt = ({ locale, names, options: { calendars }, path }: At): Asked => {
  const [file = '', ...rest] = names
  const name = file.replace(/\.ics$/, '')
  if (rest.length === 0 && name !== file && Object.hasOwn(calendars, name)) {
    return { kind: 'calendar', locale, name }
  }
  const known = Object.keys(calendars).map((each) => `${each}.ics`)
  throw nothing(path, `There is a calendar ${listed(known)}.`)
}

const sitemapAt = ({ locale, names, options: { collections }, path }: At): Asked => {
  const [collection = '', file = '', ...rest] = names
  const page = /^([1-9]\d{0,5})\.xml$/.exec(file)?.[1]
  if (rest.length > 0 || page === undefined || !Object.hasOwn(collections, collection)) {
    throw nothing(path, whereSitemapsAre)
  }
  return { collection, kind: 'sitemap', locale, page: Number(page) }
}

const asLocale = (locale: string, { config: { localization } }: Payload): string => {
  const known: string[] = localization ? localization.localeCodes : []
  if (known.includes(locale)) return locale
  throw wrong(`The language in the address must be one of ${known.join(', ')}.`, 'locale')
}

const wrong = (message: string, field = 'page'): APIError =>
  new APIError(message, 400, { field }, true)

/** @returns an error 404 with what there is */
export const nothing = (path: string, known: string): APIError =>
  new APIError(`There is nothing at ${path}. ${known}`, 404, { code: 'not-found' }, true)

const listed = (names: readonly string[]): string => names.join(', ')
