import { createHash } from 'node:crypto'

import type { Env } from '../../env.ts'
import { subnetOf } from './caller-of.ts'
import { type Counter, secondsUntil, windowMs } from './counter.ts'

/** What is left, as the header fields `RateLimit` and `RateLimit-Policy` tell it. */
export type SignInBudget = { isSpent: boolean; policy: string; seconds: number; state: string }

/**
 * Counts an attempt to sign in, or to get at a password in another way, from its address and for its account. Nothing
 * is said when there is no limit.
 */
export const takeSignIn = async ({
  address,
  count,
  email,
  rateLimits: { signIn: limit },
}: Pick<Env, 'rateLimits'> & {
  address: string | undefined
  count: Counter
  email: unknown
}): Promise<SignInBudget | undefined> => {
  if (limit === 0) return undefined
  const names = [
    `sign-in address ${subnetOf(address)}`,
    ...(typeof email === 'string' ? [`sign-in account ${hashOf(email)}`] : []),
  ]
  const counted = await Promise.all(names.map(count))
  const hits = Math.max(...counted.map((each) => each.hits))
  const seconds = Math.max(...counted.map(({ resetAt }) => secondsUntil(resetAt)))
  return {
    isSpent: hits > limit,
    policy: `"sign-in"; q=${limit}; w=${windowMs / 1000}`,
    seconds,
    state: `"sign-in"; r=${Math.max(0, limit - hits)}; t=${seconds}`,
  }
}

/** What a caller is told. */
export const tooManySignIns =
  'Too many attempts to sign in or to reset a password in this minute. Wait as long as Retry-After says.'

/** Counts are not a place to read who signs in here. */
const hashOf = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
