import {
  type Field,
  type LabelFunction,
  type PayloadRequest,
  type TextFieldSingleValidation,
} from 'payload'

import { eventTypes, type EventType } from '../event-types.ts'
import type { CompleteOptions } from '../options.ts'
import { leadsToPrivate } from '../sending/guarded-lookup.ts'
import { hostOf, problemOfUrl, type Reach, type UrlProblem } from '../sending/reach.ts'

type Text = { en: string; zh: string }

/** What can be chosen, as people call it. */
export type Choice = { label: LabelFunction | Record<string, string> | string; value: string }

export const eventLabels: Record<EventType, Text> = {
  changed: { en: 'Changed', zh: '已更改' },
  deleted: { en: 'Deleted', zh: '已删除' },
  published: { en: 'Published', zh: '已发布' },
  unpublished: { en: 'Unpublished', zh: '已撤下' },
}

const byServerOnly = { create: () => false, update: () => false }

export const webhookFields = ({
  collections,
  locales,
  reach,
}: Pick<CompleteOptions, 'reach'> & { collections: Choice[]; locales: Choice[] }): Field[] => [
  {
    name: 'panel',
    type: 'ui',
    admin: { components: { Field: '@qiao/webhooks/client#WebhookPanel' } },
  },
  {
    name: 'name',
    type: 'text',
    label: { en: 'Name', zh: '名称' },
    localized: false,
    maxLength: 200,
    required: true,
    admin: {
      description: {
        en: 'Who is told and for what, such as “Website build”.',
        zh: '通知谁、作何用途，例如“官网构建”。',
      },
    },
  },
  {
    name: 'url',
    type: 'text',
    label: { en: 'Address', zh: '地址' },
    localized: false,
    required: true,
    admin: {
      description: {
        en: 'Called with POST, over https and on the public internet.',
        zh: '以 POST 方式调用，须使用 https 且位于公共互联网。',
      },
    },
    validate: validUrl(reach),
  },
  choices({
    name: 'events',
    description: { en: 'Empty means all.', zh: '留空表示全部。' },
    label: { en: 'Events', zh: '触发事件' },
    options: eventTypes.map((value) => ({ label: eventLabels[value], value })),
  }),
  choices({
    name: 'collections',
    description: { en: 'Empty means all.', zh: '留空表示全部。' },
    label: { en: 'Content', zh: '内容' },
    options: collections,
  }),
  choices({
    // A field “locales” would want the table in which localized fields are kept.
    name: 'languages',
    description: { en: 'Empty means all.', zh: '留空表示全部。' },
    label: { en: 'Languages', zh: '语言' },
    options: locales,
  }),
  {
    name: 'enabled',
    type: 'checkbox',
    label: { en: 'On', zh: '启用' },
    defaultValue: true,
    localized: false,
    admin: {
      description: {
        en: 'What waited when it was switched off is sent when it is on again.',
        zh: '停用时尚未发送的消息会在重新启用后发送。',
      },
      position: 'sidebar',
    },
  },
  moment('lastSuccessAt', { en: 'Last success', zh: '最近成功时间' }),
  moment('failingSince', { en: 'Failing since', zh: '持续失败始于' }),
  moment('disabledAt', { en: 'Switched off by the server', zh: '系统停用时间' }),
  {
    name: 'disabledReason',
    type: 'select',
    access: byServerOnly,
    label: { en: 'Why', zh: '停用原因' },
    localized: false,
    options: [
      {
        label: { en: 'Nothing arrived for five days.', zh: '连续五天没有一次成功。' },
        value: 'failing',
      },
      {
        label: {
          en: 'The receiver said it is gone (410).',
          zh: '接收方表示该地址已不存在（410）。',
        },
        value: 'gone',
      },
    ],
    admin: {
      condition: (data: { disabledReason?: string }) => Boolean(data.disabledReason),
      position: 'sidebar',
      readOnly: true,
    },
  },
  secretText('secret'),
  secretText('formerSecret'),
  {
    name: 'formerSecretUntil',
    type: 'date',
    access: { ...byServerOnly, read: () => false },
    admin: { date: { displayFormat: 'yyyy-MM-dd HH:mm' }, disabled: true },
    hidden: true,
    localized: false,
  },
  {
    // Stored nowhere; it is put into the answer when the secret is made.
    name: 'newSecret',
    type: 'text',
    access: { ...byServerOnly, read: () => false },
    admin: { hidden: true },
    label: { en: 'New secret', zh: '新签名密钥' },
    localized: false,
    virtual: true,
  },
]

const messages: Record<UrlProblem, Text> = {
  credentials: {
    en: 'Leave out user and password: they would stand in logs. Messages are signed.',
    zh: '请勿包含用户名和密码，以免泄露在日志中。消息均带有签名。',
  },
  https: { en: 'It must begin with https://.', zh: '必须以 https:// 开头。' },
  malformed: {
    en: 'It must be a whole address, such as https://www.example.org/hook.',
    zh: '必须是完整的地址，例如 https://www.example.org/hook。',
  },
  port: {
    en: 'Use the usual port of https, or one from 1024 on.',
    zh: '请使用 https 默认端口，或 1024 及以上的端口。',
  },
  private: {
    en: 'It leads into a private network, which is not allowed: see QIAO_WEBHOOKS_PRIVATE_NETWORK.',
    zh: '该地址位于内部网络，不允许调用；参见 QIAO_WEBHOOKS_PRIVATE_NETWORK 设置。',
  },
}

function validUrl(reach: Reach): TextFieldSingleValidation {
  return async (value, { event, req }) => {
    const url = value ?? ''
    const problem = problemOfUrl(url, reach)
    if (problem) return inWordsOf(req, messages[problem])
    // While somebody types, no names are looked up.
    if (event === 'onChange' || !(await leadsToPrivate(hostOf(new URL(url)), reach))) return true
    return inWordsOf(req, messages.private)
  }
}

function inWordsOf({ i18n }: PayloadRequest, text: Text): string {
  return i18n.language === 'zh' ? text.zh : text.en
}

function choices({
  description,
  label,
  name,
  options,
}: {
  description: Text
  label: Text
  name: string
  options: Choice[]
}): Field {
  return {
    name,
    type: 'select',
    admin: { description },
    hasMany: true,
    label,
    localized: false,
    options,
  }
}

function moment(name: 'disabledAt' | 'failingSince' | 'lastSuccessAt', label: Text): Field {
  return {
    name,
    type: 'date',
    access: byServerOnly,
    label,
    localized: false,
    admin: {
      condition: (data: Partial<Record<string, unknown>>) => Boolean(data[name]),
      date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' },
      position: 'sidebar',
      readOnly: true,
    },
  }
}

function secretText(name: 'formerSecret' | 'secret'): Field {
  return {
    name,
    type: 'text',
    access: { ...byServerOnly, read: () => false },
    admin: { disabled: true },
    hidden: true,
    localized: false,
  }
}
