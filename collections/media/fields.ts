import type { Field } from 'payload'

export const mediaFields: Field[] = [
  {
    name: 'alt',
    type: 'text',
    label: { en: 'Alternative text', zh: '替代文字' },
    localized: true,
    required: true,
    admin: {
      description: {
        en: 'What the picture shows, for people who cannot see it.',
        zh: '描述图片内容，供看不到图片的人了解。',
      },
    },
  },
  {
    name: 'caption',
    type: 'textarea',
    label: { en: 'Caption', zh: '图片说明' },
    localized: true,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'credit',
        type: 'text',
        label: { en: 'Credit', zh: '作者或出处' },
        localized: false,
        admin: { width: '50%' },
      },
      {
        name: 'licence',
        type: 'text',
        label: { en: 'Licence', zh: '授权方式' },
        localized: false,
        admin: { placeholder: 'CC BY 4.0', width: '50%' },
      },
    ],
  },
]
