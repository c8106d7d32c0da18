import type { Field } from 'payload'

import { eventTypes } from '../event-types.ts'
import { webhooksSlug } from '../slugs.ts'
import { type DeliveryState, deliveryStates } from './rows.ts'
import { type Choice, eventLabels } from './webhook-fields.ts'

type Text = { en: string; zh: string }

const stateLabels: Record<DeliveryState, Text> = {
  'given-up': { en: 'Given up', zh: '已放弃' },
  retrying: { en: 'Failed, is tried again', zh: '失败，将重试' },
  sent: { en: 'Sent', zh: '已发送' },
  waiting: { en: 'Waiting', zh: '待发送' },
}

export const deliveryFields = ({
  collections,
  locales,
}: {
  collections: Choice[]
  locales: Choice[]
}): Field[] => [
  {
    name: 'panel',
    type: 'ui',
    admin: { components: { Field: '@qiao/webhooks/client#DeliveryPanel' } },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'webhook',
        type: 'relationship',
        index: true,
        label: { en: 'Webhook', zh: 'Webhook' },
        localized: false,
        relationTo: webhooksSlug,
        required: true,
      },
      {
        name: 'type',
        type: 'select',
        label: { en: 'Event', zh: '事件' },
        localized: false,
        options: [
          ...eventTypes.map((value) => ({ label: eventLabels[value], value })),
          { label: { en: 'Test', zh: '测试' }, value: 'test' },
        ],
        required: true,
      },
      {
        name: 'state',
        type: 'select',
        label: { en: 'State', zh: '状态' },
        localized: false,
        options: deliveryStates.map((value) => ({ label: stateLabels[value], value })),
        required: true,
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'documentCollection',
        type: 'select',
        label: { en: 'Content', zh: '内容' },
        localized: false,
        options: collections,
      },
      {
        name: 'locale',
        type: 'select',
        label: { en: 'Language', zh: '语言' },
        localized: false,
        options: locales,
      },
    ],
  },
  {
    type: 'row',
    fields: [
      text('slug', { en: 'Slug', zh: '网址别名' }),
      text('document', { en: 'Document ID', zh: '文档 ID' }),
    ],
  },
  {
    name: 'body',
    type: 'textarea',
    label: { en: 'Message as last sent', zh: '最近一次发送的消息' },
    localized: false,
    // The panel shows it.
    admin: { hidden: true },
  },
  {
    name: 'attempts',
    type: 'json',
    label: { en: 'Attempts and answers', zh: '发送记录与响应' },
    localized: false,
    admin: { hidden: true },
  },
  moment('eventAt', { en: 'Happened', zh: '发生时间' }),
  moment('nextAttemptAt', { en: 'Next attempt', zh: '下次发送' }),
  moment('settledAt', { en: 'Sent or given up', zh: '完成时间' }),
  {
    name: 'attemptCount',
    type: 'number',
    admin: { position: 'sidebar' },
    label: { en: 'Number of attempts', zh: '发送次数' },
    localized: false,
  },
  {
    ...text('message', { en: 'Message ID', zh: '消息 ID' }),
    required: true,
    unique: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'place',
    type: 'number',
    admin: { disabled: true },
    hidden: true,
    localized: false,
    required: true,
  },
  {
    name: 'since',
    type: 'date',
    admin: { date: { displayFormat: 'yyyy-MM-dd HH:mm:ss' }, disabled: true },
    hidden: true,
    localized: false,
  },
  { name: 'claim', type: 'text', admin: { disabled: true }, hidden: true, localized: false },
]

const text = (name: string, label: Text) => ({
  name,
  type: 'text' as const,
  label,
  localized: false,
})

const moment = (name: string, label: Text): Field => ({
  name,
  type: 'date',
  admin: {
    // What is done is not tried again, whatever the time that its last attempt had.
    condition: (data: Partial<Record<string, unknown>>) =>
      Boolean(data[name]) && (name !== 'nextAttemptAt' || !data.settledAt),
    date: { displayFormat: 'yyyy-MM-dd HH:mm:ss', pickerAppearance: 'dayAndTime' },
    position: 'sidebar',
  },
  label,
  localized: false,
})
