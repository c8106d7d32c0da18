import type { CollectionBeforeChangeHook } from 'payload'

/** Keeps the archive year beside the date, so that an archive page is one indexed query. */
export const deriveYear: CollectionBeforeChangeHook = ({ data }) => {
  if (data.newsDate === undefined) return data
  return { ...data, year: data.newsDate ? new Date(data.newsDate).getUTCFullYear() : null }
}
