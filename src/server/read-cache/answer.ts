import { createHash } from 'node:crypto'

import type { Response } from 'express'

import type { Env } from '../../env.ts'
import { type Encoding, encodings } from './encode.ts'
import { type LastModified, lastModifiedOf } from './last-modified.ts'
import { purgeHeaders } from './purge-headers.ts'

/** An answer as finished bytes. */
export type Answer = {
  /** Names and values, without those that differ by request, encoding and method. */
  headers: readonly (readonly [string, number | string | readonly string[]])[]
  lastModified: LastModified
  /** Hash of the content; its own in each encoding. */
  tag: string
  variants: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
}

/** What an answer may vary by, all of which `cacheKey` knows, or sends past the cache. */
const always = ['Accept-Encoding', 'Authorization', 'Cookie', 'X-Preview-Token']

/** What is said for each request anew. */
const ofRequest =
  /^(?:access-control-.*|cache-control|connection|content-length|date|etag|last-modified|ratelimit.*|vary|x-request-id)$/

/** Headers of an answer that was just made; `before` tells those that every answer has. */
export const finishAnswer = ({
  before,
  body,
  env,
  isPost,
  res,
  tags,
}: {
  before: ReadonlySet<string>
  body: Buffer
  env: Pick<Env, 'cache'>
  isPost: boolean
  res: Response
  tags: ReadonlySet<string>
}): Answer => {
  const own = Object.entries(res.getHeaders()).flatMap(([name, value]) =>
    value === undefined || before.has(name) || ofRequest.test(name) ? [] : [[name, value] as const],
  )
  const vary = [...new Set([...varied(res), ...always])].join(', ')
  return {
    headers: [
      ...own,
      ['Vary', vary],
      ['Cache-Control', isPost ? 'no-store' : cacheControl(env)],
      ...purgeHeaders(tags, body),
    ],
    lastModified: lastModifiedOf(Date.now()),
    tag: hashOf(own, body),
    variants: { identity: body },
  }
}

/** About how many bytes of memory an answer takes. */
export const sizeOfAnswer = ({ headers, variants }: Answer, key: string): number => {
  const bodies = encodings.reduce((sum, encoding) => sum + (variants[encoding]?.length ?? 0), 0)
  const ofHeaders = headers.reduce(
    (sum, [name, value]) => sum + name.length + String(value).length,
    0,
  )
  return bodies + 2 * (ofHeaders + key.length) + 1000
}

/** The names in `Vary`. */
export const varied = (res: Response): string[] => {
  const value = res.getHeader('Vary')
  return [value ?? []].flat().flatMap((each) =>
    String(each)
      .split(/\s*,\s*/)
      .filter(Boolean),
  )
}

const hashOf = (headers: Answer['headers'], body: Buffer): string => {
  const hash = createHash('sha256')
  for (const [name, value] of headers) hash.update(`${name}: ${String(value)}\n`)
  return hash.update(body).digest('base64url').slice(0, 27)
}

/**
 * Whoever may not use an answer for a while has to ask each time, and may not go on when nobody answers. The 0 is said, for
 * Varnish takes 10 seconds when it is not.
 */
const cacheControl = ({
  cache: { maxAge, sharedMaxAge, staleWhileRevalidate },
}: Pick<Env, 'cache'>): string =>
  [
    'public',
    `max-age=${maxAge}`,
    `s-maxage=${sharedMaxAge}`,
    ...(staleWhileRevalidate > 0 ? [] : ['must-revalidate']),
    `stale-while-revalidate=${staleWhileRevalidate}`,
  ].join(', ')
