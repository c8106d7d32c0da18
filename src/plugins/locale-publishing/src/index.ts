import type { CollectionConfig, Config, Plugin } from 'payload'
import { guardPublicQuery } from './guard-public-query.ts'
import { publishedOrSignedIn } from './published-or-signed-in.ts'
import { removeUnpublishedLocales } from './remove-unpublished-locales.ts'

export { publishedOrSignedIn }

export type LocalePublishingOptions = {
  /** Collections with `versions.drafts.localizeStatus`; their `read` rule becomes {@link publishedOrSignedIn}. */
  collections: string[]
  /** Further collections that readers may query, without a status of their own. @default [] */
  publicCollections?: string[]
  /** `false` leaves access as the collections declare it. @default true */
  enabled?: boolean
}

/** Readers who are not signed in see a document only in the languages in which it is published, through every query. */
export const localePublishing =
  ({ collections, enabled = true, publicCollections = [] }: LocalePublishingOptions): Plugin =>
  (config: Config): Config => {
    const known = new Set((config.collections ?? []).map(({ slug }) => slug))
    const unknown = [...collections, ...publicCollections].find((slug) => !known.has(slug))
    if (unknown)
      throw new Error(`locale-publishing: an option names "${unknown}", which is no collection.`)
    if (!enabled) return config
    return {
      ...config,
      collections: config.collections?.map((collection) => {
        if (collections.includes(collection.slug)) return withPublishing(withGuard(collection))
        return publicCollections.includes(collection.slug) ? withGuard(collection) : collection
      }),
    }
  }

const withGuard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardPublicQuery, ...(collection.hooks?.beforeOperation ?? [])],
  },
})

const withPublishing = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  access: { ...collection.access, read: publishedOrSignedIn },
  hooks: {
    ...collection.hooks,
    afterRead: [...(collection.hooks?.afterRead ?? []), removeUnpublishedLocales],
  },
})
