import type {
  Access,
  CollectionAfterDeleteHook,
  CollectionAfterReadHook,
  CollectionConfig,
  Field,
  TypeWithID,
} from 'payload'

import { keepNowhere } from '../preview/show-preview.ts'
import { readsDrafts } from '../reads-drafts.ts'
import { keepShownUploads } from './keep-shown-uploads.ts'
import { previewedUploads, withPreviewToken } from './previewed-uploads.ts'
import { shownUploadsSlug } from './shown-uploads.ts'

/** A collection of uploads whose files readers see while a published document shows them. */
export const withShownUploads = (
  collection: CollectionConfig,
  uploads: readonly string[],
): CollectionConfig => ({
  ...collection,
  access: { ...collection.access, read: shownOrDrafts(collection.slug, uploads) },
  fields: [...collection.fields, shownByField(collection.slug)],
  hooks: {
    ...collection.hooks,
    afterDelete: [forgetUses, ...(collection.hooks?.afterDelete ?? [])],
    afterRead: [...(collection.hooks?.afterRead ?? []), openPreviewed(uploads)],
  },
})

const shownOrDrafts =
  (slug: string, uploads: readonly string[]): Access =>
  async ({ req }) => {
    if (readsDrafts({ collection: slug, req })) return true
    const shown = { shownBy: { greater_than: 0 } }
    const ids = await previewedUploads({ req, slug, uploads })
    if (ids.length === 0) return shown
    keepNowhere(req)
    return { or: [shown, { id: { in: ids } }] }
  }

/** The address of a file that only a preview shows carries the preview, for whoever loads it has nothing else. */
const openPreviewed =
  (uploads: readonly string[]): CollectionAfterReadHook =>
  async ({ collection: { slug }, doc, req }) => {
    const { id } = doc as TypeWithID
    if (readsDrafts({ collection: slug, req })) return doc as unknown
    const ids = await previewedUploads({ req, slug, uploads })
    return ids.includes(String(id))
      ? withPreviewToken(doc as Record<string, unknown>, req)
      : (doc as unknown)
  }

/** A document that is gone shows nothing any more. */
export const hideUploads =
  (uploads: readonly string[]): CollectionAfterDeleteHook =>
  async ({ collection: { slug }, id, req }) => {
    const { payload } = req
    await keepShownUploads({ doc: undefined, id: String(id), payload, req, slug, uploads })
  }

const forgetUses: CollectionAfterDeleteHook = async ({ collection: { slug }, id, req }) => {
  await req.payload.db.deleteMany({
    collection: shownUploadsSlug,
    req,
    where: { and: [{ upload: { equals: String(id) } }, { uploadCollection: { equals: slug } }] },
  })
}

const shownByField = (collection: string): Field => ({
  name: 'shownBy',
  type: 'number',
  access: {
    create: () => false,
    read: ({ req }) => readsDrafts({ collection, req }),
    update: () => false,
  },
  admin: {
    description: {
      en: 'Readers see the file while at least one published document shows it.',
      zh: '至少有一篇已发布的内容引用该文件时，读者才能看到它。',
    },
    disableBulkEdit: true,
    position: 'sidebar',
    readOnly: true,
  },
  defaultValue: 0,
  label: { en: 'Published documents that show it', zh: '引用它的已发布内容数' },
  localized: false,
})
