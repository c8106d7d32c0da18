import type { Field } from 'payload'

import type { Bilingual } from '../../src/localization.ts'
import { inUsersLanguage } from '../../src/localization.ts'
import { byServerOnly, mayReadSecrets } from './access.ts'

/** The collections a key may be limited to, as editors call them. */
type Reach = { label: Bilingual; value: string }

export const apiKeyFields = (reach: Reach[]): Field[] => [
  {
    name: 'shownOnce',
    type: 'ui',
    admin: { components: { Field: '/components/api-key-panel.tsx#ApiKeyPanel' } },
  },
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', zh: '名称' },
    localized: false,
    required: true,
    admin: {
      description: {
        en: 'Who uses the key and for what, such as “Website” or “Donation page”.',
        zh: '谁在使用该密钥、用于何处，例如“官网”或“捐赠页面”。',
      },
    },
  },
  {
    name: 'scope',
    type: 'select',
    label: { en: 'May read', zh: '可读取' },
    localized: false,
    required: true,
    defaultValue: 'published',
    options: [
      { label: { en: 'What is published', zh: '已发布的内容' }, value: 'published' },
      { label: { en: 'Drafts as well', zh: '已发布的内容与草稿' }, value: 'drafts' },
    ],
    admin: { isClearable: false },
  },
  {
    name: 'collections',
    type: 'select',
    hasMany: true,
    label: { en: 'Drafts of', zh: '可读取哪些内容的草稿' },
    localized: false,
    options: reach,
    admin: {
      condition: (data: { scope?: string }) => data.scope === 'drafts',
      description: {
        en: 'Left empty, drafts of all content. What is published can be read everywhere.',
        zh: '留空表示全部内容。已发布的内容均可读取，不受此限制。',
      },
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: { en: 'Expires', zh: '到期时间' },
    localized: false,
    admin: {
      date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' },
      description: { en: 'Left empty, the key does not expire.', zh: '留空表示长期有效。' },
    },
    validate: (
      value: Date | null | string | undefined,
      { previousValue, req }: { previousValue?: unknown; req: { i18n?: { language?: string } } },
    ) => {
      const isKept = String(value) === String(previousValue)
      if (!value || isKept || new Date(value) > new Date()) return true
      return inUsersLanguage({ message: past, req })
    },
  },
  {
    name: 'prefix',
    type: 'text',
    label: { en: 'Begins with', zh: '密钥开头' },
    localized: false,
    access: byServerOnly,
    admin: { condition: isMade, position: 'sidebar', readOnly: true },
  },
  moment('lastUsedAt', { en: 'Last used', zh: '最近使用' }),
  moment('revokedAt', { en: 'Revoked', zh: '吊销时间' }),
  {
    name: 'keyHash',
    type: 'text',
    hidden: true,
    index: true,
    localized: false,
    unique: true,
    access: { ...byServerOnly, read: mayReadSecrets },
    admin: { disabled: true },
  },
  {
    // Stored nowhere; it is put into the answer when the key is made.
    name: 'key',
    type: 'text',
    localized: false,
    virtual: true,
    access: { ...byServerOnly, read: mayReadSecrets },
    admin: { hidden: true },
    label: { en: 'Key', zh: '密钥' },
  },
]

const past: Bilingual = {
  en: 'Choose a moment in the future.',
  zh: '请选择将来的时间。',
}

function isMade(data: { prefix?: string }): boolean {
  return Boolean(data.prefix)
}

function moment(name: 'lastUsedAt' | 'revokedAt', label: Bilingual): Field {
  return {
    name,
    type: 'date',
    label,
    localized: false,
    access: byServerOnly,
    admin: {
      condition: (data: Partial<Record<string, unknown>>) => Boolean(data[name]),
      date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' },
      position: 'sidebar',
      readOnly: true,
    },
  }
}
