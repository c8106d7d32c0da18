import type { CollectionConfig } from 'payload'

export const slugClaimsSlug = 'slug-claims'

/** The shape of a claim: who holds a slug in a language, and whether readers may know it already. */
export type SlugClaim = {
  document: string
  id: string
  /** Its document is in the trash: others may take the slug. */
  inTrash?: boolean | null
  key: string
  locale: string
  slug: string
  target: string
  wasPublished?: boolean | null
}

/**
 * The register of slugs. A unique index on one plain column is the only guarantee that holds on SQLite and MongoDB
 * alike when two people save at the same moment; an index over a localized field is not.
 */
export const slugClaims: CollectionConfig = {
  slug: slugClaimsSlug,
  labels: {
    singular: { en: 'Slug', zh: '网址别名' },
    plural: { en: 'Slugs', zh: '网址别名' },
  },
  admin: { hidden: true },
  access: {
    create: () => false,
    delete: () => false,
    read: () => false,
    update: () => false,
  },
  graphQL: false,
  fields: [
    { name: 'key', type: 'text', localized: false, required: true, unique: true },
    { name: 'target', type: 'text', index: true, localized: false, required: true },
    { name: 'document', type: 'text', index: true, localized: false, required: true },
    { name: 'locale', type: 'text', localized: false, required: true },
    { name: 'slug', type: 'text', localized: false, required: true },
    { name: 'wasPublished', type: 'checkbox', localized: false },
    { name: 'inTrash', type: 'checkbox', localized: false },
  ],
}

/** What is unique: a slug within one collection and one language. */
export const claimKey = ({
  collection,
  locale,
  slug,
}: {
  collection: string
  locale: string
  slug: string
}): string => `${collection}/${locale}/${slug}`
