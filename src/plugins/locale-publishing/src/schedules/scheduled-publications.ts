import type { Access, CollectionConfig } from 'payload'

import { plainText, withReadableVersions } from '../about-documents.ts'
import { scheduledPublicationsSlug } from './scheduled-publications-slug.ts'

export const scheduledActions = ['publish', 'unpublish'] as const

export type ScheduledAction = (typeof scheduledActions)[number]

export const scheduleStates = ['pending', 'done', 'failed', 'cancelled'] as const

export type ScheduleState = (typeof scheduleStates)[number]

/** One language of one document that is to be published or withdrawn at a time, and what came of it. */
export type ScheduledPublication = {
  id: string
  action: ScheduledAction
  /** ISO 8601, in UTC. */
  at: string
  /** How often an error of the server kept it from being done. */
  attempts?: null | number
  document: string
  documentCollection: string
  endedAt?: null | string
  /** Pending, or failed and nobody has answered it yet. */
  isOpen?: boolean | null
  /** The language in which the person reads the admin UI. */
  language?: null | string
  locale: string
  /** Why it failed, in the language of the person who set it. */
  message?: null | string
  person: string
  personCollection: string
  /** The name of the person who set it. */
  scheduledBy?: null | string
  /** While pending the same for the same language and action, so that there is one; then the id. */
  slot: string
  state: ScheduleState
}

/** What the runner is told through `custom` of the collection. */
export type PublishingRule = { mayPublish: Access }

/**
 * The collection of all schedules, past ones included. Written by the plugin only, through the endpoints of each
 * document; read by whoever may read the versions of the document's collection. Payload's own queue is not used: it
 * marks a job as running before it runs, so one that was cut off by a crash is never run, and never reported.
 */
export const scheduledPublications = ({
  collections,
  mayPublish,
}: {
  collections: string[]
  mayPublish: Access
}): CollectionConfig => ({
  slug: scheduledPublicationsSlug,
  labels: {
    singular: { en: 'Scheduled publication', zh: '定时发布任务' },
    plural: { en: 'Scheduled publications', zh: '定时发布任务' },
  },
  admin: { hidden: true },
  access: {
    create: () => false,
    delete: () => false,
    read: withReadableVersions(collections),
    update: () => false,
  },
  custom: { mayPublish } satisfies PublishingRule,
  fields: [
    plainText('documentCollection', { en: 'Collection', zh: '内容类型' }),
    plainText('document', { en: 'Document', zh: '文档' }),
    plainText('locale', { en: 'Language', zh: '语言' }),
    {
      name: 'action',
      label: { en: 'Action', zh: '操作' },
      localized: false,
      options: [
        { label: { en: 'Publish', zh: '发布' }, value: 'publish' },
        { label: { en: 'Unpublish', zh: '撤下' }, value: 'unpublish' },
      ],
      type: 'select',
    },
    moment('at', { en: 'Time', zh: '时间' }),
    {
      name: 'state',
      label: { en: 'State', zh: '状态' },
      localized: false,
      options: [
        { label: { en: 'Pending', zh: '待执行' }, value: 'pending' },
        { label: { en: 'Done', zh: '已执行' }, value: 'done' },
        { label: { en: 'Failed', zh: '失败' }, value: 'failed' },
        { label: { en: 'Cancelled', zh: '已取消' }, value: 'cancelled' },
      ],
      type: 'select',
    },
    plainText('message', { en: 'Why it failed', zh: '失败原因' }),
    plainText('scheduledBy', { en: 'Scheduled by', zh: '安排者' }),
    plainText('person', { en: 'Person', zh: '用户' }),
    plainText('personCollection', { en: 'Collection of the person', zh: '用户所属集合' }),
    plainText('language', { en: 'Language of the person', zh: '用户的界面语言' }),
    { ...plainText('slot', { en: 'Slot', zh: '占位标识' }), hidden: true, unique: true },
    { name: 'isOpen', label: { en: 'Open', zh: '未了结' }, localized: false, type: 'checkbox' },
    {
      name: 'attempts',
      label: { en: 'Attempts', zh: '尝试次数' },
      localized: false,
      type: 'number',
    },
    moment('endedAt', { en: 'Ended', zh: '结束时间' }),
  ],
  defaultSort: '-at',
  graphQL: false,
  indexes: [{ fields: ['document', 'isOpen'] }, { fields: ['state', 'at'] }],
  lockDocuments: false,
})

const moment = (name: string, label: { en: string; zh: string }) => ({
  name,
  admin: {
    date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' as const },
  },
  label,
  localized: false,
  type: 'date' as const,
})
