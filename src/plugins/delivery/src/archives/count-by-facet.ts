import { noteRead } from '@qiao/read-cache'
import type { Payload } from 'payload'

import { countInMongodb } from './count-in-mongodb.ts'
import { countInSqlite } from './count-in-sqlite.ts'
import type { Facet } from './facet.ts'

/** How many documents have a value, by the languages that they are public in. */
export type FacetCount = {
  counts: Record<string, number>
  /** Titles of what a relation leads to, in the languages that they are written in. */
  labels: Record<string, string>
  slugs: Record<string, string>
  value: number | string
}

export type FacetQuestion = {
  facet: Facet
  locales: readonly string[]
  payload: Payload
  slug: string
}

/**
 * Counts the documents that readers see: those published in a language and not in the trash; of relations those that
 * lead to what readers see. One query, grouped in the database.
 */
export const countByFacet = (question: FacetQuestion): Promise<FacetCount[]> => {
  const count = counters[question.payload.db.name]
  if (!count)
    throw new Error(`delivery: archives cannot be counted in ${question.payload.db.name}.`)
  // They go past the methods of the adapter, which note by themselves.
  for (const collection of [question.slug, question.facet.relationTo])
    if (collection) noteRead({ collection })
  return count(question)
}

const counters: Record<string, undefined | ((question: FacetQuestion) => Promise<FacetCount[]>)> = {
  mongoose: countInMongodb,
  sqlite: countInSqlite,
}
