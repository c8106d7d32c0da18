import type { Block } from 'payload'
import { urlField } from '../../fields/url.ts'

export const callToActionBlock: Block = {
  slug: 'callToAction',
  interfaceName: 'CallToActionBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Call to action', zh: '行动号召' },
    plural: { en: 'Calls to action', zh: '行动号召' },
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Text', zh: '正文' },
      localized: false,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'label',
          type: 'text',
          label: { en: 'Button', zh: '按钮文字' },
          localized: false,
          required: true,
          admin: { placeholder: { en: 'Donate now', zh: '立即捐赠' }, width: '50%' },
        },
        urlField({ name: 'url', label: { en: 'Web address', zh: '网址' }, required: true }),
      ],
    },
  ],
}
