import type { Payload } from 'payload'

import type { ApiKey } from '../../src/generated/payload-types.ts'
import { hashOfKey } from './key.ts'

/** Why a key is not accepted. */
export type KeyProblem = 'expired' | 'revoked' | 'unknown'

/** Looks a key up by its hash, and says whether it is to be trusted now. */
export const findKey = async ({
  key,
  payload,
}: {
  key: string
  payload: Payload
}): Promise<{ apiKey: ApiKey } | { problem: KeyProblem }> => {
  const apiKey = await payload.db.findOne<ApiKey>({
    collection: 'api-keys',
    where: { keyHash: { equals: hashOfKey(key) } },
  })
  if (!apiKey) return { problem: 'unknown' }
  if (apiKey.revokedAt) return { problem: 'revoked' }
  const isExpired = apiKey.expiresAt && new Date(apiKey.expiresAt) <= new Date()
  return isExpired ? { problem: 'expired' } : { apiKey }
}
