import type { Role } from './roles.ts'

type Person = { locales?: null | string[]; roles?: null | string[] } | null

/** True for a signed-in person who has at least one of the roles. */
export const hasRole = (user: Person | unknown, ...wanted: Role[]): boolean => {
  const held = (user as Person)?.roles ?? []
  return wanted.some((role) => held.includes(role))
}
