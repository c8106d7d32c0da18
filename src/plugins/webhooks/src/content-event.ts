export const eventTypes = ['published', 'changed', 'unpublished', 'deleted'] as const

export type EventType = (typeof eventTypes)[number]

/** What has become of one language of one document, as readers see it. */
export type ContentEvent = {
  /** Never changes, and no other event has it. */
  id: string
  /** ISO 8601, in UTC. */
  at: string
  collection: string
  document: string
  locale: string
  slug: null | string
  type: EventType
}
