import type { Field } from 'payload'

import type { LabelledLocale } from '../options.ts'
import { auditActions } from './actions.ts'

const plain = { components: { Cell: '@qiao/audit-trail/client#PlainCell' } }

export const trailFields = (locales: LabelledLocale[]): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'at',
        type: 'date',
        label: { en: 'When', zh: '时间' },
        localized: false,
        required: true,
        admin: { date: { displayFormat: 'yyyy-MM-dd HH:mm:ss', pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'action',
        type: 'select',
        label: { en: 'What', zh: '操作' },
        localized: false,
        index: true,
        required: true,
        admin: { isClearable: false },
        options: Object.entries(auditActions).map(([value, label]) => ({ label, value })),
      },
      {
        name: 'locale',
        type: 'select',
        label: { en: 'Language', zh: '语言' },
        localized: false,
        options: locales.map(({ code, label }) => ({ label, value: code })),
      },
    ],
  },
  {
    type: 'row',
    fields: [
      text({ name: 'target', en: 'Collection', zh: '类别' }),
      text({ name: 'title', en: 'Title at that time', zh: '当时的标题' }),
      text({ name: 'document', en: 'Document ID', index: true, zh: '文档 ID' }),
    ],
  },
  {
    name: 'fields',
    type: 'text',
    label: { en: 'Changed fields', zh: '改动的字段' },
    hasMany: true,
    localized: false,
    admin: plain,
  },
  {
    type: 'row',
    fields: [
      text({ name: 'userName', en: 'Who', zh: '操作人' }),
      text({ name: 'userId', en: 'User ID', index: true, zh: '用户 ID' }),
      text({ name: 'userCollection', en: 'Kind of sign-in', zh: '登录类型' }),
    ],
  },
  {
    type: 'row',
    fields: [
      text({ name: 'ip', en: 'IP address', zh: 'IP 地址' }),
      text({ name: 'userAgent', en: 'Browser or program', zh: '浏览器或程序' }),
    ],
  },
  {
    name: 'seq',
    type: 'number',
    label: { en: 'Number', zh: '序号' },
    localized: false,
    required: true,
    unique: true,
    admin: { position: 'sidebar' },
  },
  {
    ...text({ name: 'hash', en: 'Hash', zh: '哈希值' }),
    required: true,
    admin: { ...plain, position: 'sidebar' },
  },
  {
    ...text({ name: 'previousHash', en: 'Hash of the entry before', zh: '上一条的哈希值' }),
    required: true,
    admin: { position: 'sidebar' },
  },
]

const text = ({
  en,
  index = false,
  name,
  zh,
}: {
  en: string
  index?: boolean
  name: string
  zh: string
}) => ({
  name,
  type: 'text' as const,
  admin: plain,
  index,
  label: { en, zh },
  localized: false,
})
