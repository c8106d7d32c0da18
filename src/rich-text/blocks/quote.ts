import type { Block } from 'payload'

export const quoteBlock: Block = {
  slug: 'quote',
  interfaceName: 'QuoteBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Quotation', zh: '引语' },
    plural: { en: 'Quotations', zh: '引语' },
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Quotation', zh: '引语内容' },
      localized: false,
      required: true,
      admin: {
        description: {
          en: 'Without quotation marks; the website adds them.',
          zh: '不必加引号，网站会自动添加。',
        },
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'person',
          type: 'text',
          label: { en: 'Who said it', zh: '讲话人' },
          localized: false,
          admin: { width: '50%' },
        },
        {
          name: 'position',
          type: 'text',
          label: { en: 'Position', zh: '职务' },
          localized: false,
          admin: { width: '50%' },
        },
      ],
    },
  ],
}
