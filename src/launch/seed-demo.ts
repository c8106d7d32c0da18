import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import type { Env } from '../env.ts'
import type { SignIns } from './sign-ins.ts'

/**
 * Fills a new embedded database with demo content, or any database when asked to.
 * @returns the sign-ins when they were just made
 */
export const seedDemoWhenWanted = async ({
  env,
  payload,
}: {
  env: Env
  payload: Payload
}): Promise<SignIns | undefined> => {
  const { seedDemo } = await import('../seed/index.ts')
  const password = env.demoPassword ?? randomBytes(9).toString('base64url')
  const known = await findDemoEmails(payload)
  await seedDemo({ password, payload })
  return known.length === 0 ? { emails: await findDemoEmails(payload), password } : undefined
}

const findDemoEmails = async (payload: Payload): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    where: { email: { like: '@qiao.example' } },
  })
  return docs.map(({ email }) => email)
}

/** Whether demo content belongs into this database now. */
export const isDemoWanted = async ({
  env,
  payload,
}: {
  env: Env
  payload: Payload
}): Promise<boolean> => {
  if (env.demo !== 'auto') {
    return env.demo === 'on'
  }
  if (!env.databaseUrl.startsWith('file:')) {
    return false
  }
  const { totalDocs } = await payload.count({ collection: 'users' })
  return totalDocs === 0
}
