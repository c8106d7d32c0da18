import type { Block } from 'payload'
import { imageBlock } from './image.ts'

export const galleryBlock: Block = {
  slug: 'gallery',
  interfaceName: 'GalleryBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Gallery', zh: '图集' },
    plural: { en: 'Galleries', zh: '图集' },
  },
  fields: [
    {
      name: 'images',
      type: 'array',
      label: { en: 'Images', zh: '图片' },
      labels: imageBlock.labels,
      localized: false,
      minRows: 2,
      required: true,
      fields: imageBlock.fields,
    },
  ],
}
