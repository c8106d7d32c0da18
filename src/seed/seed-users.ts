import type { PayloadRequest } from 'payload'
import type { DemoUser } from './content/users.ts'

/** Adds the users that are not there yet; the password of those who are stays as it is. */
export const seedUsers = async ({
  password,
  req,
  users,
}: {
  password: string
  req: PayloadRequest
  users: readonly DemoUser[]
}): Promise<number> => {
  const { payload } = req
  const emails = users.map(({ email }) => email)
  const found = await payload.find({
    collection: 'users',
    pagination: false,
    req,
    where: { email: { in: emails } },
  })
  const known = new Set(found.docs.map(({ email }) => email))
  const missing = users.filter(({ email }) => !known.has(email))
  for (const user of missing) {
    await payload.create({ collection: 'users', data: { ...user, password }, req })
  }
  return missing.length
}
