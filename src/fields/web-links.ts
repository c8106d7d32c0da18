import type { ArrayField } from 'payload'
import { urlField } from './url.ts'

const platforms = [
  { label: { en: 'WeChat', zh: '微信' }, value: 'wechat' },
  { label: { en: 'Weibo', zh: '微博' }, value: 'weibo' },
  { label: { en: 'Bilibili', zh: '哔哩哔哩' }, value: 'bilibili' },
  { label: { en: 'Facebook', zh: '脸书（Facebook）' }, value: 'facebook' },
  { label: { en: 'LinkedIn', zh: '领英（LinkedIn）' }, value: 'linkedin' },
  { label: { en: 'X (Twitter)', zh: 'X（推特）' }, value: 'x' },
  { label: { en: 'Instagram', zh: 'Instagram' }, value: 'instagram' },
  { label: { en: 'YouTube', zh: 'YouTube' }, value: 'youtube' },
  { label: { en: 'Other', zh: '其他' }, value: 'other' },
]

export const websitesField = (): ArrayField => ({
  name: 'websites',
  type: 'array',
  label: { en: 'Websites', zh: '网站' },
  labels: {
    singular: { en: 'Website', zh: '网站' },
    plural: { en: 'Websites', zh: '网站' },
  },
  fields: [urlField({ name: 'url', label: { en: 'Web address', zh: '网址' }, required: true })],
})

export const socialLinksField = (): ArrayField => ({
  name: 'socialLinks',
  type: 'array',
  label: { en: 'Social media', zh: '社交媒体' },
  labels: {
    singular: { en: 'Account', zh: '账号' },
    plural: { en: 'Accounts', zh: '账号' },
  },
  fields: [
    {
      name: 'platform',
      type: 'select',
      label: { en: 'Platform', zh: '平台' },
      localized: false,
      options: platforms,
      required: true,
      admin: { isClearable: false },
    },
    urlField({ name: 'url', label: { en: 'Web address', zh: '网址' }, required: true }),
  ],
})
