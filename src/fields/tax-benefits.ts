import type { ArrayField } from 'payload'
import { countryField } from './country.ts'

/** Where a donor can deduct a gift, and through which legal entity. */
export const taxBenefitsField = (): ArrayField => ({
  name: 'taxBenefits',
  type: 'array',
  label: { en: 'Tax benefits', zh: '税收优惠' },
  labels: {
    singular: { en: 'Tax benefit', zh: '税收优惠' },
    plural: { en: 'Tax benefits', zh: '税收优惠' },
  },
  admin: { initCollapsed: true },
  fields: [
    countryField({ required: true }),
    {
      name: 'entity',
      type: 'text',
      label: { en: 'Charitable entity', zh: '受赠慈善机构' },
      localized: true,
      required: true,
    },
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note', zh: '说明' },
      localized: true,
    },
  ],
})
