import type { CollectionBeforeOperationHook } from 'payload'

/**
 * A document that another one refers to comes without what refers to itself. A list of ten briefs would else search ten
 * partners' other briefs, programs, stories and awards, of which no page of briefs shows anything, and would change
 * whenever one of these does. `defaultPopulate` could say so, but what leaves fields out is read without the ids of rows.
 */
export const leaveOutJoins: CollectionBeforeOperationHook = (hook) => {
  const { args } = hook
  // What is asked for itself has none; within it, Payload counts from two.
  const { currentDepth = 0 } = args as { currentDepth?: number }
  return currentDepth > 1 ? { ...args, joins: false } : args
}
