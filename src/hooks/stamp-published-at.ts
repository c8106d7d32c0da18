import type { CollectionBeforeChangeHook } from 'payload'

/** Dates the first publication in a language; an editor may have set the date by hand. */
export const stampPublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data._status !== 'published' || data.publishedAt) return data
  return { ...data, publishedAt: originalDoc?.publishedAt ?? new Date().toISOString() }
}
