import type { ArrayField } from 'payload'
import { urlField } from './url.ts'

/** Where the facts of a document come from. Titles stay in the source's own language. */
export const sourcesField = (): ArrayField => ({
  name: 'sources',
  type: 'array',
  label: { en: 'Sources', zh: '资料来源' },
  labels: {
    singular: { en: 'Source', zh: '来源' },
    plural: { en: 'Sources', zh: '来源' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', zh: '标题' },
      localized: false,
      required: true,
    },
    urlField({ name: 'url', label: { en: 'Web address', zh: '网址' } }),
    {
      type: 'row',
      fields: [
        {
          name: 'publisher',
          type: 'text',
          label: { en: 'Publisher', zh: '发布机构' },
          localized: false,
          admin: { width: '50%' },
        },
        {
          name: 'accessedOn',
          type: 'date',
          label: { en: 'Accessed on', zh: '访问日期' },
          localized: false,
          admin: {
            date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' },
            width: '50%',
          },
        },
      ],
    },
  ],
})
