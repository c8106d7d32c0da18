import type { Block } from 'payload'

export const imageBlock: Block = {
  slug: 'image',
  interfaceName: 'ImageBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Image', zh: '图片' },
    plural: { en: 'Images', zh: '图片' },
  },
  fields: [
    {
      name: 'image',
      type: 'upload',
      label: { en: 'Image', zh: '图片' },
      localized: false,
      relationTo: 'media',
      required: true,
    },
    {
      name: 'caption',
      type: 'text',
      label: { en: 'Caption', zh: '图片说明' },
      localized: false,
    },
  ],
}
