import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Role } from '../../src/access/roles.ts'
import type { Locale } from '../../src/localization.ts'

/** Makes a person with a role and signs them in; returns the headers their requests carry. */
export const signIn = async ({
  locales = [],
  name,
  payload,
  role,
}: {
  locales?: Locale[]
  /** @default the role */
  name?: string
  payload: Payload
  role: Role
}): Promise<{ Authorization: string }> => {
  const credentials = { email: `${role}-${randomUUID()}@qiao.example`, password: randomUUID() }
  await payload.create({
    collection: 'users',
    data: { ...credentials, locales, name: name ?? role, roles: [role] },
  })
  const { token } = await payload.login({ collection: 'users', data: credentials })
  return { Authorization: `JWT ${token}` }
}
