import { createHash, randomBytes } from 'node:crypto'

const start = 'qiao_'

/** A new key: 256 random bits, and a start by which people and scanners for leaked keys know it. */
export const newKey = (): string => `${start}${randomBytes(32).toString('base64url')}`

/** What is kept of a key. It is random and long, so a plain hash cannot be guessed back. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** As much of a key as tells it from others, and helps nobody to guess the rest. */
export const prefixOfKey = (key: string): string => key.slice(0, start.length + 6)

/** The key in `Authorization: Bearer qiao_…`, valid or not; a session's token there is none. */
export const keyInHeader = (authorization: null | string | undefined): string | undefined =>
  /^Bearer +(qiao_\S*)\s*$/i.exec(authorization ?? '')?.[1]
