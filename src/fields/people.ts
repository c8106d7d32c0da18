import type { Field } from 'payload'
import { partnerField } from './relations.ts'

/** Name, position and affiliation of a person, as the rows of speakers and interviewees have them. */
export const personFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { en: 'Name', zh: '姓名' },
        localized: true,
        required: true,
        admin: { width: '50%' },
      },
      {
        name: 'position',
        type: 'text',
        label: { en: 'Position', zh: '职务' },
        localized: true,
        admin: { width: '50%' },
      },
    ],
  },
  {
    name: 'affiliation',
    type: 'text',
    label: { en: 'Affiliation', zh: '所属单位' },
    localized: true,
    admin: {
      description: {
        en: 'Only when the organisation has no profile of its own.',
        zh: '仅在该机构没有伙伴档案时填写。',
      },
    },
  },
  partnerField({ label: { en: 'Organisation (profile)', zh: '所属机构（档案）' } }),
]
