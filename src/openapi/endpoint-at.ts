import type { Endpoint, Payload } from 'payload'

/** An endpoint of the config and where it stands. */
export type Place = {
  endpoint: Endpoint
  scope: 'collection' | 'global' | 'root'
  /** Of the collection or global. */
  slug?: string
}

/** The endpoint that Payload answers a request with, or nothing. `path` is the one after `/api`. */
export const endpointAt = ({
  method,
  path,
  payload,
}: {
  method: string
  path: string
  payload: Payload
}): Place | undefined => {
  const place = placeOf(path, payload)
  const { endpoints, rest } = place
  const endpoint = (endpoints || []).find(
    (each) => each.method === method.toLowerCase() && patternOf(each.path).test(rest || '/'),
  )
  if (!endpoint) return undefined
  const { scope, slug } = place
  return { endpoint, scope, ...(slug ? { slug } : {}) }
}

type Endpoints = Omit<Place, 'endpoint'> & { endpoints: Endpoint[] | false; rest: string }

const placeOf = (path: string, { collections, config, globals }: Payload): Endpoints => {
  const [, first = '', second = ''] = path.replace(/\/+$/, '').split('/')
  const below = (segments: string[]): string => path.slice(segments.join('/').length + 1)
  const global = globals.config.find(({ slug }) => first === 'globals' && slug === second)
  if (global) {
    const rest = below(['globals', global.slug])
    return { endpoints: global.endpoints, rest, scope: 'global', slug: global.slug }
  }
  const collection = Object.values(collections).find((each) => each.config.slug === first)?.config
  if (collection) {
    const { endpoints, slug } = collection
    return { endpoints, rest: below([slug]), scope: 'collection', slug }
  }
  return { endpoints: config.endpoints, rest: path, scope: 'root' }
}

/** As Payload matches: without regard to case, a slash at the end, or what an optional parameter leaves out. */
const patternOf = (path: string): RegExp => {
  const known = patterns.get(path)
  if (known) return known
  const source = path
    .split('/')
    .filter(Boolean)
    .map((segment) => {
      if (segment.startsWith(':')) return segment.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+'
      return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`
    })
    .join('')
  const pattern = new RegExp(`^${source}/?$`, 'i')
  patterns.set(path, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()
