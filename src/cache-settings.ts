import { z } from 'zod'

/** How public answers are remembered, here and in caches on the way. */
export type CacheSettings = {
  readonly cache: {
    /** Whether this server remembers answers. */
    readonly isOn: boolean
    /** How many bytes of answers. */
    readonly bytes: number
    /** For how many seconds a browser may use an answer without asking. */
    readonly maxAge: number
    /** The same for caches that many readers share. */
    readonly sharedMaxAge: number
    /** For how many seconds more they may, while they ask. */
    readonly staleWhileRevalidate: number
  }
}

const wholeNumber = (lowest: number, highest: number) => {
  const problem = `must be a whole number from ${lowest} to ${highest}`
  return z
    .string()
    .regex(/^\d{1,8}$/, problem)
    .transform(Number)
    .refine((number) => number >= lowest && number <= highest, problem)
}

/** A year, in seconds. */
const longest = 31_536_000

/**
 * The variables behind these settings. Ages are 0 unless somebody says otherwise: a cache on the way asks each time, is
 * told that nothing has changed, and nobody is ever shown what is no longer so.
 */
export const cacheVariables = {
  QIAO_CACHE: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  QIAO_CACHE_MAX_AGE: wholeNumber(0, longest).default(0),
  QIAO_CACHE_MB: wholeNumber(1, 65_536).default(64),
  QIAO_CACHE_SHARED_MAX_AGE: wholeNumber(0, longest).default(0),
  QIAO_CACHE_STALE_WHILE_REVALIDATE: wholeNumber(0, longest).default(0),
}

/** The settings, of variables that were checked. */
export const cacheSettings = (checked: {
  [Name in keyof typeof cacheVariables]: z.output<(typeof cacheVariables)[Name]>
}): CacheSettings => ({
  cache: {
    bytes: checked.QIAO_CACHE_MB * 1024 * 1024,
    isOn: checked.QIAO_CACHE === 'on',
    maxAge: checked.QIAO_CACHE_MAX_AGE,
    sharedMaxAge: checked.QIAO_CACHE_SHARED_MAX_AGE,
    staleWhileRevalidate: checked.QIAO_CACHE_STALE_WHILE_REVALIDATE,
  },
})
