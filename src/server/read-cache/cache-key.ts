import type { Request } from 'express'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'

import type { Env } from '../../env.ts'
import type { LanguageRules } from '../asked-languages.ts'
import { acceptedType } from '../graphql/negotiate-answer.ts'
import { readTrustedDocuments, type TrustedDocuments } from '../graphql/trusted-documents.ts'
import { negotiateLocale } from '../negotiate-locale.ts'
import { postReader } from './post-reader.ts'

/**
 * How a question is remembered: under a key, with the headers that its answer may vary by; not at all; or not for others,
 * for the answer is meant for one person.
 */
export type Asked = { key: string; variesBy: readonly string[] } | 'passing' | 'private'

/** A longer address is asked once. */
const longestAddress = 8192

export type CacheKeys = {
  /** Of a GET or HEAD. */
  ofAddress: (req: Request) => Asked
  /** Of a question that GraphQL is asked with POST, once its body was read. */
  ofPost: (req: Request) => Asked
}

/**
 * Tells what a request asks, so that questions which only look different have one key. What is not understood here is
 * passed on: whatever is wrong with it is found later.
 */
export const cacheKeys = ({
  env,
  payload,
  rules,
}: {
  env: Pick<Env, 'graphql' | 'nodeEnv'>
  payload: Payload
  rules: LanguageRules
}): CacheKeys => {
  const { cookiePrefix, routes } = payload.config
  const privatePaths = new Set(
    payload.config.collections.filter(({ auth }) => Boolean(auth)).map(({ slug }) => slug),
  )
  const read = (url: string): Address => {
    const at = url.indexOf('?')
    const path = at === -1 ? url : url.slice(0, at)
    const search = at === -1 ? '' : url.slice(at + 1)
    const isGraphql = path === `${routes.api}${routes.graphQL}`
    // Feeds and the like lie beside the API.
    const isBeside = !path.startsWith(`${routes.api}/`)
    const below = isBeside ? `beside${path}` : path.slice(routes.api.length)
    return readAddress({ isGraphql, path: below, privatePaths, search })
  }
  const known = new LRUCache<string, { address: Address }>({ max: 5000 })
  const addressOf = (url: string): Address => {
    const found = known.get(url)
    if (found) return found.address
    const address = read(url)
    if (url.length <= 1024) known.set(url, { address })
    return address
  }
  const ask = (req: Request): Asked => {
    const { headers } = req
    const isPersonal =
      headers.authorization !== undefined ||
      headers['x-preview-token'] !== undefined ||
      headers.cookie?.includes(`${cookiePrefix}-`) === true
    if (isPersonal) return 'private'
    if (req.originalUrl.length > longestAddress) return 'passing'
    const address = addressOf(req.originalUrl)
    if (typeof address === 'string') return address
    const { isGraphql, isNegotiated, key } = address
    let full = key
    const variesBy = []
    if (isNegotiated) {
      full += ` ${negotiateLocale({ acceptLanguage: headers['accept-language'], ...rules })}`
      variesBy.push('accept-language')
    }
    if (isGraphql) {
      if (env.nodeEnv === 'development' && headers.accept?.includes('html')) return 'passing'
      full += ` ${acceptedType(req) ?? 'none'}`
      variesBy.push('accept')
    }
    return { key: full, variesBy }
  }
  let documents: TrustedDocuments | undefined
  const readPost = postReader({
    // Those who answer have read them at once, and said what is wrong with them.
    textOf: (id) => (documents ??= readTrustedDocuments(env))?.byId(id),
  })
  return {
    ofAddress: (req) => {
      const asked = ask(req)
      const isRead = req.method === 'GET' || req.method === 'HEAD'
      return asked === 'private' || isRead ? asked : 'passing'
    },
    ofPost: (req) => {
      const question = req.method === 'POST' ? readPost(req) : undefined
      const asked = question === undefined ? 'passing' : ask(req)
      if (typeof asked === 'string') return 'passing'
      return { ...asked, key: `POST ${question} ${asked.key}` }
    },
  }
}

type Address = 'passing' | 'private' | { isGraphql: boolean; isNegotiated: boolean; key: string }

const readAddress = ({
  isGraphql,
  path,
  privatePaths,
  search,
}: {
  isGraphql: boolean
  path: string
  privatePaths: ReadonlySet<string>
  search: string
}): Address => {
  const pairs = readPairs(search)
  const [, first = '', second = ''] = path.split('/')
  if (!pairs || second === 'file') return 'passing'
  if (privatePaths.has(first) || pairs.some(([name]) => personal.has(nameOf(name)))) {
    return 'private'
  }
  if (isGraphql && !isPlainGraphql(pairs)) return 'passing'
  const isNegotiated = pairs.some(([name, value]) => nameOf(name) === 'locale' && value === 'auto')
  return { isGraphql, isNegotiated, key: `${path}?${inOrder(pairs)}` }
}

type Pair = [name: string, value: string]

/** Nothing when an escape is broken. */
const readPairs = (search: string): Pair[] | undefined => {
  try {
    return search
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=')
        const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
        return [decode(name), decode(value)]
      })
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

const nameOf = (name: string): string => name.replace(/\[.*$/s, '')

/** They ask for what not everybody is shown. */
const personal = new Set(['draft', 'preview', 'trash'])

/**
 * One question in GraphQL, and nothing beside it that might mean something to somebody. A document that comes with its
 * hash shall reach those who keep such documents.
 */
const isPlainGraphql = (pairs: readonly Pair[]): boolean => {
  const names = pairs.map(([name]) => name)
  const isKnown = pairs.every(([name]) => ofGraphql.has(nameOf(name)))
  const isRegistering = names.includes('query') && names.includes('extensions')
  return isKnown && !isRegistering && new Set(names).size === names.length
}

const ofGraphql = new Set([
  'documentId',
  'extensions',
  'fallback',
  'fallback-locale',
  'fallbackLocale',
  'locale',
  'operationName',
  'query',
  'variables',
])

/**
 * The parameters by their names, those of one name as they came. Where a name is part of another, or rows have no
 * numbers, their order may decide what they mean, and is kept.
 */
const inOrder = (pairs: Pair[]): string => {
  const names = [...new Set(pairs.map(([name]) => name))].sort()
  const isFree = names.every((name, index) => {
    const next = names[index + 1]
    return !name.includes('[]') && !next?.startsWith(`${name}[`)
  })
  const sorted = isFree
    ? [...pairs].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    : pairs
  return sorted
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}
