import type { Where } from 'payload'

import { unlisted } from '../list-orders.ts'

/**
 * The same filter with fewer conditions. Payload and our rules both leave out the trash, and Payload asks for what
 * has no value in three ways at once: MongoDB looks at each of them for every document, while `null` finds both what is
 * missing and what is empty.
 */
export const simplifyFilter = (where: Where): Where => {
  const conditions = new Map(conditionsOf(where).map((each) => [JSON.stringify(each), each]))
  const [only, ...others] = conditions.values()
  if (!only) return {}
  return others.length === 0 ? only : { and: [...conditions.values()] }
}

/** What all have to be true of a document. */
const conditionsOf = (where: Where): Where[] =>
  Object.entries(where).flatMap(([name, value]): Where[] => {
    if (name.toLowerCase() === 'and' && Array.isArray(value)) return value.flatMap(conditionsOf)
    if (name.toLowerCase() === 'or' && Array.isArray(value))
      return [{ or: value.map(simplifyFilter) }]
    return [isInList({ name, value }) ? { [name]: { equals: null } } : { [name]: value }]
  })

const isInList = ({ name, value }: { name: string; value: unknown }): boolean =>
  name.split('.').at(-1) === unlisted && JSON.stringify(value) === '{"exists":false}'
