import type { Field } from 'payload'
import { endNotBefore } from '../../src/fields/end-not-before.ts'
import { partialDate } from '../../src/fields/partial-date.ts'
import {
  closingTabs,
  sidebarFields,
  teaserFields,
  titleField,
} from '../../src/fields/publication.ts'
import { partnerField, programsField } from '../../src/fields/relations.ts'
import { inUsersLanguage } from '../../src/localization.ts'
import { richText } from '../../src/rich-text/index.ts'

const kinds = [
  { label: { en: 'Award', zh: '奖项' }, value: 'award' },
  { label: { en: 'Honorary title', zh: '荣誉称号' }, value: 'honorary-title' },
  { label: { en: 'Rating', zh: '评估等级' }, value: 'rating' },
  { label: { en: 'Certificate', zh: '证书' }, value: 'certificate' },
  { label: { en: 'Accreditation', zh: '资质认定' }, value: 'accreditation' },
]

const earliestYear = 1900

const text: Field[] = [
  titleField(),
  ...teaserFields(),
  {
    type: 'row',
    fields: [
      {
        name: 'awardedBy',
        type: 'text',
        label: { en: 'Awarded by', zh: '颁发机构' },
        localized: true,
        required: true,
        admin: { width: '50%' },
      },
      partnerField({
        name: 'awardingPartner',
        label: { en: 'Awarding body (profile)', zh: '颁发机构（档案）' },
      }),
    ],
  },
  {
    name: 'recipient',
    type: 'relationship',
    label: { en: 'Recipient', zh: '获奖方' },
    localized: false,
    relationTo: ['partner-profiles', 'programs'],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'edition',
        type: 'text',
        label: { en: 'Edition', zh: '届次' },
        localized: true,
        admin: { placeholder: { en: '4th', zh: '第四届' }, width: '50%' },
      },
      {
        name: 'grade',
        type: 'text',
        label: { en: 'Grade', zh: '等级' },
        localized: true,
        admin: { placeholder: { en: 'Grade 4A', zh: '4A 级' }, width: '50%' },
      },
    ],
  },
  richText({ name: 'citation', label: { en: 'Citation', zh: '颁奖词' } }),
  {
    name: 'certificate',
    type: 'upload',
    label: { en: 'Certificate', zh: '证书' },
    localized: false,
    relationTo: 'media',
  },
  programsField(),
]

export const awardFields: Field[] = [
  {
    type: 'tabs',
    tabs: [{ label: { en: 'Text', zh: '正文' }, fields: text }, ...closingTabs()],
  },
  {
    name: 'kind',
    type: 'select',
    label: { en: 'Kind', zh: '类型' },
    localized: false,
    defaultValue: 'award',
    index: true,
    options: kinds,
    required: true,
    admin: { isClearable: false, position: 'sidebar' },
  },
  {
    name: 'year',
    type: 'number',
    label: { en: 'Year', zh: '年份' },
    localized: false,
    index: true,
    required: true,
    admin: { placeholder: '2022', position: 'sidebar' },
    validate: (
      value: null | number | undefined,
      { req }: { req: Parameters<typeof inUsersLanguage>[0]['req'] },
    ) => {
      const latest = new Date().getUTCFullYear() + 1
      if (Number.isInteger(value) && Number(value) >= earliestYear && Number(value) <= latest)
        return true
      return inUsersLanguage({
        message: {
          en: `Enter a year between ${earliestYear} and ${latest}.`,
          zh: `请填写 ${earliestYear} 至 ${latest} 之间的年份。`,
        },
        req,
      })
    },
  },
  {
    ...partialDate({ name: 'date', label: { en: 'Date', zh: '颁发日期' } }),
    admin: { position: 'sidebar' },
  },
  {
    name: 'validUntil',
    type: 'date',
    label: { en: 'Valid until', zh: '有效期至' },
    localized: false,
    admin: {
      condition: (data: { kind?: string }) =>
        ['accreditation', 'certificate', 'rating'].includes(data.kind ?? ''),
      date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' },
      position: 'sidebar',
    },
    validate: (
      value: Date | null | string | undefined,
      {
        data,
        req,
      }: { data: { date?: { date?: string } }; req: Parameters<typeof inUsersLanguage>[0]['req'] },
    ) => endNotBefore('date')(value, { req, siblingData: { date: data.date?.date } }),
  },
  ...sidebarFields(),
]
