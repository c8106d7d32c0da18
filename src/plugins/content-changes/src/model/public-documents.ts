import type { CollectionConfig } from 'payload'

import { closed } from './closed.ts'

export const publicDocumentsSlug = 'public-documents'

/**
 * - `public`: readers see it;
 * - `gone`: they did, and do no longer;
 * - `hidden`: they never did. Written only while the register is made, see `fillPublicDocuments`.
 */
export type PublicState = 'gone' | 'hidden' | 'public'

/** One language of a document, as readers see it or last saw it. */
export type PublicDocument = {
  /** When readers last saw something else than before, ISO 8601. */
  changedAt: string
  document: string
  documentCollection: string
  /** Of all that readers see of it. */
  hash: string
  id: number | string
  /** All of what it is about in one text, so that it is there once. */
  key: string
  locale: string
  /** Where it stands in the order of changes; from `unplaced` on, it waits for its place. */
  place: number
  /** When readers first saw it. */
  publishedAt: string
  /** As readers know it, also of what is gone. */
  slug?: null | string
  state: PublicState
}

/**
 * What has no place yet has one behind all others, by which those that wait are found through the same index, and are
 * placed in the order in which they were written.
 */
export const unplaced = 1e15

const text = { type: 'text', localized: false, required: true } as const

/** The register of what readers see, one row for each language of a document. Written by the plugin only. */
export const publicDocuments: CollectionConfig = {
  ...closed,
  slug: publicDocumentsSlug,
  labels: {
    singular: { en: 'Public document', zh: '已公开文档' },
    plural: { en: 'Public documents', zh: '已公开文档' },
  },
  fields: [
    { ...text, name: 'key', unique: true },
    { ...text, name: 'documentCollection' },
    { ...text, name: 'document', index: true },
    { ...text, name: 'locale' },
    { ...text, name: 'state' },
    { ...text, name: 'slug', required: false },
    { ...text, name: 'hash' },
    { ...text, name: 'publishedAt' },
    { ...text, name: 'changedAt' },
    { name: 'place', type: 'number', index: true, localized: false, required: true },
  ],
  // Each question about changes begins with what it is narrowed to and goes on by place; lists go on by key.
  indexes: [
    { fields: ['documentCollection', 'locale', 'place'] },
    { fields: ['documentCollection', 'place'] },
    { fields: ['locale', 'place'] },
    { fields: ['documentCollection', 'locale', 'state', 'document'] },
    { fields: ['state', 'changedAt'] },
  ],
}

export const publicKey = ({
  document,
  documentCollection,
  locale,
}: Pick<PublicDocument, 'document' | 'documentCollection' | 'locale'>): string =>
  [documentCollection, document, locale].join('/')
