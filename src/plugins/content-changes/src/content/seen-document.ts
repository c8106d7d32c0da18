import type { Payload } from 'payload'

import type { ChangesOptions } from '../options.ts'
import { type PublicView, publicView, type ViewedField } from './public-view.ts'

/** What is to be known of a document to tell what has changed for its readers. */
export type SeenDocument = {
  /** Whether it is somewhere else than in the trash. */
  isThere: boolean
  /** What readers see of it, by language; none of what they do not see. */
  views: ReadonlyMap<string, PublicView>
  /** When it was last written, ISO 8601, if that is kept with it. */
  writtenAt: string | undefined
}

/** What readers see of a document in each language. */
export const seenDocument = ({
  collection,
  doc,
  options,
  payload,
}: {
  collection: string
  /** As it is stored, with all its languages; nothing once it is gone. */
  doc: null | Record<string, unknown> | undefined
  options: ChangesOptions
  payload: Payload
}): SeenDocument => {
  // A package does not know the project's collections.
  const { config } = payload.collections[collection as 'topics']
  const fields: readonly ViewedField[] = config.flattenedFields
  const hasStatus = Boolean(config.versions?.drafts)
  const views = new Map<string, PublicView>()
  for (const locale of options.locales) {
    const view = publicView({ doc, fields, hasStatus, locale, options })
    if (view) views.set(locale, view)
  }
  return { isThere: Boolean(doc && !doc.deletedAt), views, writtenAt: timeOf(doc?.updatedAt) }
}

const timeOf = (value: unknown): string | undefined =>
  typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : undefined
