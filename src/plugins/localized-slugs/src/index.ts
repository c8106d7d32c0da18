import type { CollectionConfig, Config, Plugin } from 'payload'
import { assertCollectionsExist } from './assert-collections-exist.ts'
import { claimSlug } from './claim-slug.ts'
import { followTrash } from './follow-trash.ts'
import { releaseSlugs } from './release-slugs.ts'
import { slugClaims } from './slug-claims.ts'
import { slugField } from './slug-field.ts'

export { type ForeseenSlug, foreseeClaims } from './foresee-claims.ts'
export { findSlugHolders, type SlugHolder } from './find-slug-holders.ts'

export type LocalizedSlugsOptions = {
  /** The collections that get a slug, each with the field it is made from: `{ posts: 'title' }`. */
  collections: Record<string, string>
  /**
   * `false` keeps fields and tables, and stops making and checking slugs.
   * @default true
   */
  enabled?: boolean
}

/**
 * Gives documents one slug per language, made from a field of the document (Chinese becomes toneless pinyin),
 * unique per collection and language, stable once it exists. A slug that was public stays reserved for redirects.
 */
export const localizedSlugs =
  ({ collections, enabled = true }: LocalizedSlugsOptions): Plugin =>
  (config: Config): Config => {
    assertCollectionsExist({ config, slugs: Object.keys(collections) })
    return {
      ...config,
      collections: [
        ...(config.collections ?? []).map((collection) => {
          const source = collections[collection.slug]
          return source ? withSlug({ collection, enabled, source }) : collection
        }),
        slugClaims,
      ],
    }
  }

const withSlug = ({
  collection,
  enabled,
  source,
}: {
  collection: CollectionConfig
  enabled: boolean
  source: string
}): CollectionConfig => ({
  ...collection,
  fields: [...collection.fields, slugField({ collection: collection.slug, enabled, source })],
  hooks: enabled
    ? {
        ...collection.hooks,
        afterChange: [...(collection.hooks?.afterChange ?? []), followTrash, claimSlug],
        afterDelete: [...(collection.hooks?.afterDelete ?? []), releaseSlugs],
      }
    : collection.hooks,
})
