import { randomBytes } from 'node:crypto'

import type { Payload } from 'payload'

import type { Env } from '../env.ts'

/** The sign-ins of new demo content. The password is kept nowhere but as a hash. */
export type DemoSignIns = {
  emails: string[]
  password: string
}

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
}): Promise<DemoSignIns | undefined> => {
  const { demoEmails, seedDemo } = await import('../seed/index.ts')
  const password = env.demoPassword ?? randomBytes(9).toString('base64url')
  const { totalDocs: known } = await payload.count({
    collection: 'users',
    where: { email: { in: demoEmails } },
  })
  await seedDemo({ password, payload })
  return known === 0 ? { emails: demoEmails, password } : undefined
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
