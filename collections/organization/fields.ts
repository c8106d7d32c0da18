import type { Field } from 'payload'
import { figuresField } from '../../src/fields/figures.ts'
import { partnerField } from '../../src/fields/relations.ts'
import { socialLinksField } from '../../src/fields/web-links.ts'
import { inUsersLanguage } from '../../src/localization.ts'

const patterns = [
  { name: 'newsBriefs', label: { en: 'News briefs', zh: '新闻简报' }, path: 'news' },
  { name: 'programs', label: { en: 'Programs', zh: '项目' }, path: 'programs' },
  { name: 'stories', label: { en: 'Stories', zh: '故事' }, path: 'stories' },
  { name: 'awards', label: { en: 'Awards', zh: '荣誉' }, path: 'awards' },
  { name: 'partnerProfiles', label: { en: 'Partner profiles', zh: '伙伴档案' }, path: 'partners' },
]

const urlPatterns: Field = {
  name: 'urlPatterns',
  type: 'group',
  label: { en: 'Addresses on the website', zh: '网站网址规则' },
  admin: {
    description: {
      en: 'The address of a document in this language. {slug} stands for its slug.',
      zh: '该语言下文档的网址，{slug} 代表网址别名。',
    },
  },
  fields: patterns.map(({ name, label, path }): Field => ({
    name,
    type: 'text',
    label,
    localized: true,
    admin: { placeholder: `https://example.org/${path}/{slug}` },
    validate: (
      value: null | string | undefined,
      { req }: { req: Parameters<typeof inUsersLanguage>[0]['req'] },
    ) => {
      if (!value || (/^https?:\/\//.test(value) && value.includes('{slug}'))) return true
      return inUsersLanguage({
        message: {
          en: 'Write a full address with {slug} in it, such as https://example.org/news/{slug}.',
          zh: '请填写包含 {slug} 的完整网址，例如 https://example.org/news/{slug}。',
        },
        req,
      })
    },
  })),
}

const contact: Field = {
  name: 'contact',
  type: 'group',
  label: { en: 'Public contact', zh: '公开联系方式' },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Contact person or office', zh: '联系人或部门' },
      localized: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'email',
          type: 'email',
          label: { en: 'Email', zh: '电子邮箱' },
          localized: false,
          admin: { width: '50%' },
        },
        {
          name: 'phone',
          type: 'text',
          label: { en: 'Phone', zh: '电话' },
          localized: false,
          admin: { width: '50%' },
        },
      ],
    },
  ],
}

export const organizationFields: Field[] = [
  {
    name: 'siteName',
    type: 'text',
    label: { en: 'Name of the website', zh: '网站名称' },
    localized: true,
    required: true,
  },
  {
    name: 'tagline',
    type: 'text',
    label: { en: 'Tagline', zh: '标语' },
    localized: true,
  },
  partnerField({ name: 'profile', label: { en: 'Own profile', zh: '本机构档案' } }),
  {
    name: 'address',
    type: 'textarea',
    label: { en: 'Address', zh: '地址' },
    localized: true,
  },
  contact,
  socialLinksField(),
  figuresField(),
  urlPatterns,
]
