import type { Field, SelectType } from 'payload'

/**
 * What a document brings along where another one refers to it (`defaultPopulate`): all but what refers to it. A list of
 * ten briefs would else search ten partners' other briefs, programs, stories and awards, of which no page of briefs shows
 * anything, and would change whenever one of these does.
 */
export const withoutJoins = (joins: Field[]): SelectType =>
  Object.fromEntries(joins.flatMap((join) => (join.type === 'join' ? [[join.name, false]] : [])))
