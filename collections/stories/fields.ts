import type { Field } from 'payload'
import { personFields } from '../../src/fields/people.ts'
import {
  closingTabs,
  sidebarFields,
  teaserFields,
  titleField,
} from '../../src/fields/publication.ts'
import { manyField, programsField } from '../../src/fields/relations.ts'
import { urlField } from '../../src/fields/url.ts'
import { richText } from '../../src/rich-text/index.ts'

const kinds = [
  { label: { en: 'Success story', zh: '成功故事' }, value: 'success' },
  { label: { en: 'Interview', zh: '访谈' }, value: 'interview' },
  { label: { en: 'Feature', zh: '特写' }, value: 'feature' },
  { label: { en: 'Case study', zh: '案例研究' }, value: 'case-study' },
]

const interview: Field = {
  name: 'interview',
  type: 'array',
  label: { en: 'Questions and answers', zh: '访谈问答' },
  labels: {
    singular: { en: 'Question', zh: '问题' },
    plural: { en: 'Questions', zh: '问题' },
  },
  admin: {
    condition: (data: { kind?: string }) => data.kind === 'interview',
    initCollapsed: true,
  },
  fields: [
    {
      name: 'question',
      type: 'textarea',
      label: { en: 'Question', zh: '问题' },
      localized: true,
      required: true,
    },
    richText({ name: 'answer', label: { en: 'Answer', zh: '回答' }, required: true }),
  ],
}

const people: Field[] = [
  {
    name: 'people',
    type: 'array',
    label: { en: 'People in this story', zh: '故事人物' },
    labels: {
      singular: { en: 'Person', zh: '人物' },
      plural: { en: 'People', zh: '人物' },
    },
    admin: { initCollapsed: true },
    fields: personFields(),
  },
  {
    name: 'authors',
    type: 'array',
    label: { en: 'Authors', zh: '作者' },
    labels: {
      singular: { en: 'Author', zh: '作者' },
      plural: { en: 'Authors', zh: '作者' },
    },
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { en: 'Name', zh: '姓名' },
        localized: true,
        required: true,
      },
    ],
  },
  programsField(),
  manyField({
    name: 'partners',
    label: { en: 'Partners', zh: '相关伙伴' },
    relationTo: 'partner-profiles',
  }),
]

const origin: Field = {
  name: 'origin',
  type: 'group',
  label: { en: 'First published elsewhere', zh: '首发信息' },
  admin: {
    description: {
      en: 'Fill in when the story appeared somewhere else first.',
      zh: '如本文首发于其他媒体或网站，请填写。',
    },
  },
  fields: [
    {
      name: 'publisher',
      type: 'text',
      label: { en: 'Publisher', zh: '首发机构' },
      localized: false,
    },
    urlField({ name: 'url', label: { en: 'Web address', zh: '网址' } }),
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', zh: '日期' },
      localized: false,
      admin: { date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' } },
    },
  ],
}

export const storyFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      {
        label: { en: 'Text', zh: '正文' },
        fields: [
          titleField(),
          ...teaserFields(),
          richText({ name: 'body', label: { en: 'Text', zh: '正文' } }),
          interview,
          {
            name: 'pullQuote',
            type: 'textarea',
            label: { en: 'Pull quote', zh: '金句' },
            localized: true,
          },
        ],
      },
      { label: { en: 'People and partners', zh: '人物与伙伴' }, fields: people },
      { label: { en: 'Origin', zh: '首发' }, fields: [origin] },
      ...closingTabs(),
    ],
  },
  {
    name: 'kind',
    type: 'select',
    label: { en: 'Kind', zh: '类型' },
    localized: false,
    defaultValue: 'success',
    index: true,
    options: kinds,
    required: true,
    admin: { isClearable: false, position: 'sidebar' },
  },
  ...sidebarFields(),
]
