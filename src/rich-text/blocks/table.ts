import type { Block } from 'payload'

export const tableBlock: Block = {
  slug: 'table',
  interfaceName: 'TableBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Table', zh: '表格' },
    plural: { en: 'Tables', zh: '表格' },
  },
  fields: [
    {
      name: 'caption',
      type: 'text',
      label: { en: 'Caption', zh: '表格标题' },
      localized: false,
    },
    {
      name: 'hasHeader',
      type: 'checkbox',
      label: { en: 'The first row is a header', zh: '首行为表头' },
      localized: false,
      defaultValue: true,
    },
    {
      name: 'rows',
      type: 'array',
      label: { en: 'Rows', zh: '行' },
      labels: {
        singular: { en: 'Row', zh: '行' },
        plural: { en: 'Rows', zh: '行' },
      },
      localized: false,
      minRows: 1,
      required: true,
      fields: [
        {
          name: 'cells',
          type: 'array',
          label: { en: 'Cells', zh: '单元格' },
          labels: {
            singular: { en: 'Cell', zh: '单元格' },
            plural: { en: 'Cells', zh: '单元格' },
          },
          localized: false,
          fields: [
            {
              name: 'text',
              type: 'text',
              label: { en: 'Text', zh: '文字' },
              localized: false,
            },
          ],
        },
      ],
    },
  ],
}
