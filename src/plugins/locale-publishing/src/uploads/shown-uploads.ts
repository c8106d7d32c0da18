import type { CollectionConfig } from 'payload'

export const shownUploadsSlug = 'shown-uploads'

/** That a published document shows a file. */
export type ShownUpload = {
  document: string
  documentCollection: string
  id: string
  /** All of it in one text, so that it is there once. */
  key: string
  upload: string
  uploadCollection: string
}

/** The register of what published documents show, by which readers see a file or not. Written by the plugin only. */
export const shownUploads: CollectionConfig = {
  slug: shownUploadsSlug,
  labels: {
    singular: { en: 'Shown file', zh: '已引用文件' },
    plural: { en: 'Shown files', zh: '已引用文件' },
  },
  admin: { hidden: true },
  access: {
    create: () => false,
    delete: () => false,
    read: () => false,
    update: () => false,
  },
  fields: [
    { name: 'key', type: 'text', localized: false, required: true, unique: true },
    { name: 'documentCollection', type: 'text', localized: false, required: true },
    { name: 'document', type: 'text', index: true, localized: false, required: true },
    { name: 'uploadCollection', type: 'text', localized: false, required: true },
    { name: 'upload', type: 'text', index: true, localized: false, required: true },
  ],
  graphQL: false,
  lockDocuments: false,
}

export const shownKey = ({
  document,
  documentCollection,
  upload,
  uploadCollection,
}: Omit<ShownUpload, 'id' | 'key'>): string =>
  [documentCollection, document, uploadCollection, upload].join('/')
