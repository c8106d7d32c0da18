import type { Block } from 'payload'

export const figuresBlock: Block = {
  slug: 'figures',
  interfaceName: 'FiguresBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Figures', zh: '数据' },
    plural: { en: 'Figures', zh: '数据' },
  },
  fields: [
    {
      name: 'figures',
      type: 'array',
      label: { en: 'Figures', zh: '数据' },
      labels: {
        singular: { en: 'Figure', zh: '数据' },
        plural: { en: 'Figures', zh: '数据' },
      },
      localized: false,
      minRows: 1,
      required: true,
      fields: [
        {
          name: 'metric',
          type: 'text',
          label: { en: 'What is counted', zh: '统计项目' },
          localized: false,
          required: true,
        },
        {
          type: 'row',
          fields: [
            {
              name: 'value',
              type: 'number',
              label: { en: 'Value', zh: '数值' },
              localized: false,
              required: true,
              admin: { width: '33%' },
            },
            {
              name: 'unit',
              type: 'text',
              label: { en: 'Unit', zh: '单位' },
              localized: false,
              admin: { width: '33%' },
            },
            {
              name: 'asOf',
              type: 'date',
              label: { en: 'As of', zh: '截至' },
              localized: false,
              required: true,
              admin: {
                date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' },
                width: '34%',
              },
            },
          ],
        },
        {
          name: 'source',
          type: 'text',
          label: { en: 'Source', zh: '来源' },
          localized: false,
        },
      ],
    },
  ],
}
