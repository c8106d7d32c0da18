const second = 1000
const hour = 3600 * second

/** How long a message is tried before it is given up. */
export const givenUpAfterMs = 72 * hour

/** How long nothing may arrive before a webhook is switched off. */
export const disabledAfterMs = 120 * hour

const first = 5 * second
const longest = 6 * hour

/**
 * When a message that failed is tried again: after 5 seconds, then three times as long each time up to six hours, each
 * up to a fifth longer or shorter so that what failed together does not come back together. A receiver that says when
 * it wants to be asked again is not asked before, but within a day. Undefined when it has been tried for three days.
 */
export const planNext = ({
  attempts,
  now,
  random = Math.random,
  retryAfter,
  since,
}: {
  /** How often it has failed, this time included. */
  attempts: number
  now: Date
  /** @default Math.random */
  random?: () => number
  /** The header of an answer. */
  retryAfter?: null | string
  since: Date
}): Date | undefined => {
  const end = since.getTime() + givenUpAfterMs
  if (now.getTime() >= end) return undefined
  const backoff = Math.min(longest, first * 3 ** (attempts - 1)) * (0.8 + 0.4 * random())
  const asked = Math.min(24 * hour, msOf(retryAfter, now))
  // The last attempt is made when the time is over, and not some hours before.
  return new Date(Math.min(end, now.getTime() + Math.max(backoff, asked)))
}

/** Seconds, or a date (RFC 9110); 0 when it is neither. */
const msOf = (retryAfter: null | string | undefined, now: Date): number => {
  if (!retryAfter) return 0
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * second
  const at = Date.parse(retryAfter)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}
