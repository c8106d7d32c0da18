import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { inUsersLanguage } from '../../../src/localization.ts'

/** Between two messages to the same address, in milliseconds. */
const leastMs = 15_000
const mostAddresses = 10_000

const askedAt = new Map<string, number>()

/**
 * Sends nobody one message after the other. Payload's own limit writes outside of the operation's transaction, and so
 * would wait for itself on SQLite, with all other writers behind it. Known and unknown addresses are answered alike.
 *
 * @throws APIError 429
 */
export const spaceResetRequests: CollectionBeforeOperationHook = (hook) => {
  const { args, req } = hook
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  if ((hook as { operation: string }).operation !== 'forgotPassword') return args
  const { data } = args as { data?: { email?: unknown } }
  const address = typeof data?.email === 'string' ? data.email.trim().toLowerCase() : ''
  const now = Date.now()
  for (const [known, at] of askedAt) {
    if (now - at < leastMs && askedAt.size < mostAddresses) break
    askedAt.delete(known)
  }
  if (askedAt.has(address))
    throw new APIError(inUsersLanguage({ message, req }), 429, { code: 'ASKED_BEFORE' }, true)
  askedAt.set(address, now)
  return args
}

const message = {
  en: 'A message was asked for a moment ago. Look into the mailbox, or try again in a quarter of a minute.',
  zh: '刚刚已请求过邮件，请查看邮箱，或稍后（十五秒）再试。',
}
