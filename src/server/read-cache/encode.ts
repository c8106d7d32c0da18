import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | 'identity'

/** In the order in which we like them. */
export const encodings: Encoding[] = ['br', 'gzip', 'identity']

/** The encoding that a client likes best, of those we know. */
export const negotiateEncoding = (header: string | undefined): Encoding => {
  if (!header) return 'identity'
  const known = remembered.get(header)
  if (known) return known
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings()
  const isRefused = (encoding: Encoding) => !accepted.includes(encoding) && !accepted.includes('*')
  const found = encodings.find((each) => !isRefused(each)) ?? 'identity'
  // Anybody may write anything there.
  if (remembered.size > 200) remembered.clear()
  remembered.set(header, found)
  return found
}

const remembered = new Map<string, Encoding>()

/** What is shorter fits into one packet as it is. */
export const leastBytes = 1000

/**
 * Compresses beside the event loop. Once for many readers: more than a server would spend on each answer, and less than
 * would hold up the next ones.
 */
export const encode = (body: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> =>
  encoding === 'gzip'
    ? gzipped(body, { level: 7 })
    : brotli(body, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: 6,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })

const gzipped = promisify(gzip)
const brotli = promisify(brotliCompress)
