import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import type { Env } from '../env.ts'
import type { SignIns } from './sign-ins.ts'

/**
 * Makes the administrator of a database that knows nobody yet, before anyone can reach the server: a registration that
 * is open to whoever comes first would be open to strangers.
 *
 * @returns the sign-in when it was just made
 */
export const makeFirstAdmin = async ({
  env,
  payload,
}: {
  env: Env
  payload: Payload
}): Promise<SignIns | undefined> => {
  const isKnown = async () => (await payload.count({ collection: 'users' })).totalDocs > 0
  if (await isKnown()) return undefined
  const password = env.adminPassword ?? randomBytes(12).toString('base64url')
  try {
    await payload.create({
      collection: 'users',
      data: { email: env.adminEmail, name: '管理员 Administrator', password, roles: ['admin'] },
    })
  } catch (error) {
    // Another process that started at the same moment was faster, and shows the password.
    if (await isKnown()) return undefined
    throw error
  }
  return { emails: [env.adminEmail], password }
}
