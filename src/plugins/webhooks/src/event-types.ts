import type { ContentEvent } from '@qiao/content-changes'

export type EventType = ContentEvent['type']

/** In the order in which they are offered. */
export const eventTypes = [
  'published',
  'changed',
  'unpublished',
  'deleted',
] as const satisfies readonly EventType[]
