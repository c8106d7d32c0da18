import type { CollectionConfig } from 'payload'

import { plainText, withReadableVersions } from '../about-documents.ts'
import type { PublishingOptions } from '../options.ts'
import { reviewRequestsSlug } from './review-requests-slug.ts'

export type ReviewState = 'open' | 'published' | 'returned' | 'withdrawn'

/** One language of one document that somebody asks an editor to read and publish, and what came of it. */
export type ReviewRequest = {
  createdAt: string
  document: string
  documentCollection: string
  endedAt?: null | string
  id: string
  isOpen?: boolean | null
  locale: string
  /** What the one who submitted it wants to say. */
  note?: null | string
  person: string
  /** While open the same for the same language, so that there is one; then the id. */
  slot: string
  state: ReviewState
  /** The name of the person who submitted it. */
  submittedBy?: null | string
  title?: null | string
}

/**
 * The collection of all requests for review, past ones included. Written by the plugin only, through the endpoints of
 * each document; read by whoever may read the versions of the document's collection, as a list of what waits.
 */
export const reviewRequests = ({
  adminGroup,
  collections,
  locales,
}: Pick<PublishingOptions, 'adminGroup' | 'collections' | 'locales'>): CollectionConfig => ({
  slug: reviewRequestsSlug,
  labels: {
    singular: { en: 'For review', zh: '待审核内容' },
    plural: { en: 'For review', zh: '待审核' },
  },
  admin: {
    baseFilter: () => ({ isOpen: { equals: true } }),
    defaultColumns: ['title', 'locale', 'submittedBy', 'createdAt', 'note'],
    description: {
      en: 'Languages that somebody has submitted for review. Publishing a language takes it off this list.',
      zh: '已提交审核的各语言内容；发布后即从此列表移除。',
    },
    ...(adminGroup ? { group: adminGroup } : {}),
    hideAPIURL: true,
    listSearchableFields: ['title', 'submittedBy'],
    useAsTitle: 'title',
  },
  access: {
    create: () => false,
    delete: () => false,
    read: withReadableVersions(collections),
    update: () => false,
  },
  fields: [
    {
      ...plainText('title', { en: 'Title', zh: '标题' }),
      admin: { components: { Cell: '@qiao/locale-publishing/client#ReviewTitleCell' } },
    },
    plainText('documentCollection', { en: 'Collection', zh: '内容类型' }),
    plainText('document', { en: 'Document', zh: '文档' }),
    {
      name: 'locale',
      type: 'select',
      label: { en: 'Language', zh: '语言' },
      localized: false,
      options: locales.map(({ code, label }) => ({ label, value: code })),
    },
    plainText('submittedBy', { en: 'Submitted by', zh: '提交人' }),
    plainText('person', { en: 'Person', zh: '用户' }),
    plainText('note', { en: 'Note', zh: '备注' }),
    {
      name: 'state',
      type: 'select',
      label: { en: 'State', zh: '状态' },
      localized: false,
      options: [
        { label: { en: 'Waiting', zh: '待审核' }, value: 'open' },
        { label: { en: 'Published', zh: '已发布' }, value: 'published' },
        { label: { en: 'Returned', zh: '已退回' }, value: 'returned' },
        { label: { en: 'Withdrawn', zh: '已撤回' }, value: 'withdrawn' },
      ],
    },
    {
      name: 'isOpen',
      type: 'checkbox',
      admin: { hidden: true },
      label: { en: 'Open', zh: '未了结' },
      localized: false,
    },
    { ...plainText('slot', { en: 'Slot', zh: '占位标识' }), hidden: true, unique: true },
    {
      name: 'endedAt',
      type: 'date',
      admin: { date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' } },
      label: { en: 'Ended', zh: '结束时间' },
      localized: false,
    },
  ],
  defaultSort: '-createdAt',
  graphQL: false,
  // SQLite names an index after its fields alone, so no other collection may have the same ones.
  indexes: [
    { fields: ['documentCollection', 'document', 'isOpen'] },
    { fields: ['isOpen', 'createdAt'] },
  ],
  lockDocuments: false,
})
