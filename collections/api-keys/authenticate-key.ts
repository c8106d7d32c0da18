import type { AuthStrategy, Payload } from 'payload'

import type { ApiKey } from '../../src/generated/payload-types.ts'
import { findKey } from './find-key.ts'
import { keyInHeader } from './key.ts'

const hour = 60 * 60 * 1000

/** Who sends a key is that key: its name and reach, never its hash. A bad key is refused before, by the server. */
export const authenticateKey: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const key = keyInHeader(headers.get('Authorization'))
    const found = key ? await findKey({ key, payload }) : undefined
    if (!found || !('apiKey' in found)) return { user: null }
    const { apiKey } = found
    await noteUse({ apiKey, payload })
    const { id, collections, createdAt, name, scope, updatedAt } = apiKey
    const user = { id, collections, createdAt, name, scope, updatedAt }
    return { user: { ...user, _strategy: 'api-key', collection: 'api-keys' } }
  },
}

/** Once an hour is enough to see that a key is still in use, and keeps reading from being writing. */
const noteUse = async ({
  apiKey: { id, lastUsedAt, updatedAt },
  payload,
}: {
  apiKey: ApiKey
  payload: Payload
}): Promise<void> => {
  if (lastUsedAt && Date.now() - new Date(lastUsedAt).getTime() < hour) return
  await payload.db.updateOne({
    id,
    collection: 'api-keys',
    // Nothing that a person wrote has changed.
    data: { lastUsedAt: new Date().toISOString(), updatedAt },
    returning: false,
  })
}
