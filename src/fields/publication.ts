import type { Field } from 'payload'
import { seoField } from './seo.ts'
import { sourcesField } from './sources.ts'

/** Title of a document: the one field every list shows. */
export const titleField = (): Field => ({
  name: 'title',
  type: 'text',
  label: { en: 'Title', zh: '标题' },
  localized: true,
  required: true,
})

/** Summary and pictures, as lists and cards show them. */
export const teaserFields = (): Field[] => [
  {
    name: 'summary',
    type: 'textarea',
    label: { en: 'Summary', zh: '摘要' },
    localized: true,
    maxLength: 600,
    admin: {
      description: {
        en: 'One or two sentences for lists, search results and shared links.',
        zh: '用一两句话概括，供列表、搜索结果和分享链接使用。',
      },
    },
  },
  {
    name: 'cover',
    type: 'upload',
    label: { en: 'Cover image', zh: '封面图片' },
    localized: false,
    relationTo: 'media',
  },
]

export const galleryField = (): Field => ({
  name: 'gallery',
  type: 'array',
  label: { en: 'Gallery', zh: '图集' },
  labels: {
    singular: { en: 'Image', zh: '图片' },
    plural: { en: 'Images', zh: '图片' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'image',
      type: 'upload',
      label: { en: 'Image', zh: '图片' },
      localized: false,
      relationTo: 'media',
      required: true,
    },
    {
      name: 'caption',
      type: 'text',
      label: { en: 'Caption', zh: '图片说明' },
      localized: true,
    },
  ],
})

/** The last two tabs of every document: where its facts come from, and how it looks in search results. */
export const closingTabs = () => [
  {
    label: { en: 'Pictures and sources', zh: '图片与来源' },
    fields: [galleryField(), sourcesField()],
  },
  { label: { en: 'Search and sharing', zh: '搜索与分享' }, fields: [seoField()] },
]

/** The sidebar of every document. The slug is added below it by the plugin `localized-slugs`. */
export const sidebarFields = (): Field[] => [
  {
    name: 'topics',
    type: 'relationship',
    hasMany: true,
    index: true,
    label: { en: 'Topics', zh: '议题' },
    localized: false,
    relationTo: 'topics',
    admin: { position: 'sidebar' },
  },
  {
    name: 'publishedAt',
    type: 'date',
    label: { en: 'First published', zh: '首次发布时间' },
    localized: true,
    admin: {
      date: { displayFormat: 'yyyy-MM-dd HH:mm', pickerAppearance: 'dayAndTime' },
      description: {
        en: 'Set when this language is first published.',
        zh: '该语言首次发布时自动填写。',
      },
      position: 'sidebar',
    },
  },
  {
    name: 'sourceLocale',
    type: 'select',
    label: { en: 'Written first in', zh: '原文语言' },
    localized: false,
    options: [
      { label: { en: 'English', zh: '英文' }, value: 'en' },
      { label: { en: 'Chinese', zh: '中文' }, value: 'zh' },
    ],
    admin: {
      description: {
        en: 'The language this document was created in.',
        zh: '该文档最初使用的语言，由系统记录。',
      },
      position: 'sidebar',
      readOnly: true,
    },
  },
]
