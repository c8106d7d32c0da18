import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

import type { CollectionBeforeOperationHook } from 'payload'

/**
 * Spends on an address that nobody has the hash that Payload spends on a wrong password, or the time of the answer
 * would tell who has an account.
 */
export const equalizeLoginTime: CollectionBeforeOperationHook = async (hook) => {
  const { args, req } = hook
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  if ((hook as { operation: string }).operation !== 'login') return
  const { email, password } =
    (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  // Without either, Payload refuses before it looks for anybody.
  if (typeof email !== 'string' || typeof password !== 'string' || !password.trim()) return
  const { totalDocs } = await req.payload.db.count({
    collection: 'users',
    req,
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  if (totalDocs > 0) return
  await hash(password, randomBytes(32), ...costs)
}

const hash = promisify(pbkdf2)

/** Those of Payload 3.90 (payload/dist/auth/strategies/local/generatePasswordSaltHash.js), which exports them not. */
const costs = [600_000, 32, 'sha256'] as const
