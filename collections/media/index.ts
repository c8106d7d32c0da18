import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { keepTranslatorsToTheirTexts } from '../../src/hooks/keep-translators-to-their-texts.ts'
import { adminGroups } from '../../src/published-content.ts'
import { mediaFields } from './fields.ts'
import { acceptedTypes, refuseUnsafeFile } from './hooks/refuse-unsafe-file.ts'

export const Media: CollectionConfig = {
  slug: 'media',
  labels: {
    singular: { en: 'File', zh: '文件' },
    plural: { en: 'Media', zh: '媒体文件' },
  },
  admin: {
    defaultColumns: ['filename', 'alt', 'mimeType', 'shownBy', 'updatedAt'],
    description: {
      en: 'Pictures (JPEG, PNG, WebP, GIF, AVIF) and PDF files.',
      zh: '图片（JPEG、PNG、WebP、GIF、AVIF）和 PDF 文件。',
    },
    group: adminGroups.library,
    listSearchableFields: ['filename', 'alt'],
  },
  access: accessTo('media'),
  fields: mediaFields,
  hooks: {
    beforeOperation: [refuseUnsafeFile],
    beforeValidate: [keepTranslatorsToTheirTexts],
  },
  defaultSort: '-createdAt',
  trash: true,
  upload: {
    adminThumbnail: 'thumbnail',
    focalPoint: true,
    imageSizes: [
      { name: 'thumbnail', height: 240, width: 320 },
      { name: 'card', width: 640, withoutEnlargement: true },
      { name: 'wide', width: 1600, withoutEnlargement: true },
    ],
    mimeTypes: [...acceptedTypes],
  },
}
