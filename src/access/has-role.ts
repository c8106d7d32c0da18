import type { Role } from './roles.ts'

type Person = { roles?: null | string[] }

/** True for a signed-in person who has at least one of the roles. */
export const hasRole = (user: unknown, ...wanted: Role[]): boolean => {
  const held = (user as Person | null)?.roles ?? []
  return wanted.some((role) => held.includes(role))
}
