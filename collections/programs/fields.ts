import type { Field } from 'payload'
import { contactsField } from '../../src/fields/contacts.ts'
import { countryField } from '../../src/fields/country.ts'
import { partialEndNotBefore } from '../../src/fields/end-not-before.ts'
import { figuresField } from '../../src/fields/figures.ts'
import { partialDate } from '../../src/fields/partial-date.ts'
import { provinceField } from '../../src/fields/province.ts'
import {
  closingTabs,
  sidebarFields,
  teaserFields,
  titleField,
} from '../../src/fields/publication.ts'
import { partnerField } from '../../src/fields/relations.ts'
import { richText } from '../../src/rich-text/index.ts'
import { donationField } from './donation.ts'
import { programJoins } from './joins.ts'
import { kinds, partnerRoles, statuses, sustainableDevelopmentGoals } from './options.ts'

const text: Field[] = [
  titleField(),
  ...teaserFields(),
  richText({ name: 'need', label: { en: 'The need', zh: '现实需求' } }),
  richText({ name: 'solution', label: { en: 'Our solution', zh: '解决方案' } }),
  {
    name: 'activities',
    type: 'array',
    label: { en: 'Activities', zh: '主要活动' },
    labels: {
      singular: { en: 'Activity', zh: '活动' },
      plural: { en: 'Activities', zh: '活动' },
    },
    admin: { initCollapsed: true },
    fields: [
      titleField(),
      {
        name: 'description',
        type: 'textarea',
        label: { en: 'Description', zh: '说明' },
        localized: true,
      },
    ],
  },
  richText({ name: 'progress', label: { en: 'Progress', zh: '项目进展' } }),
  richText({ name: 'impact', label: { en: 'Impact', zh: '项目影响' } }),
]

const milestones: Field = {
  name: 'milestones',
  type: 'array',
  label: { en: 'Milestones', zh: '大事记' },
  labels: {
    singular: { en: 'Milestone', zh: '事件' },
    plural: { en: 'Milestones', zh: '大事记' },
  },
  admin: { initCollapsed: true },
  fields: [
    partialDate({ name: 'date', label: { en: 'When', zh: '时间' }, required: true }),
    titleField(),
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', zh: '说明' },
      localized: true,
    },
  ],
}

const partners: Field = {
  name: 'partners',
  type: 'array',
  label: { en: 'Partners', zh: '合作伙伴' },
  labels: {
    singular: { en: 'Partner', zh: '伙伴' },
    plural: { en: 'Partners', zh: '伙伴' },
  },
  admin: { initCollapsed: true },
  fields: [
    partnerField({ required: true }),
    {
      name: 'role',
      type: 'select',
      label: { en: 'Role', zh: '角色' },
      localized: false,
      options: partnerRoles,
    },
    partialDate({ name: 'since', label: { en: 'Since', zh: '合作起始' } }),
  ],
}

const locations: Field = {
  name: 'locations',
  type: 'array',
  label: { en: 'Locations', zh: '实施地点' },
  labels: {
    singular: { en: 'Location', zh: '地点' },
    plural: { en: 'Locations', zh: '地点' },
  },
  admin: { initCollapsed: true },
  fields: [
    countryField({ required: true }),
    provinceField(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name of the place', zh: '地名' },
      localized: true,
    },
  ],
}

export const programFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      { label: { en: 'Text', zh: '正文' }, fields: text },
      { label: { en: 'Results', zh: '成果' }, fields: [figuresField(), milestones] },
      {
        label: { en: 'Partners and places', zh: '伙伴与地点' },
        fields: [partners, locations, contactsField()],
      },
      { label: { en: 'Donations', zh: '捐赠' }, fields: [donationField()] },
      { label: { en: 'Related', zh: '相关内容' }, fields: programJoins },
      ...closingTabs(),
    ],
  },
  {
    name: 'kind',
    type: 'select',
    label: { en: 'Kind', zh: '类型' },
    localized: false,
    defaultValue: 'program',
    index: true,
    options: kinds,
    required: true,
    admin: { isClearable: false, position: 'sidebar' },
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'State of the work', zh: '执行状态' },
    localized: false,
    defaultValue: 'active',
    index: true,
    options: statuses,
    admin: { position: 'sidebar' },
  },
  sidebar(partialDate({ name: 'start', label: { en: 'Start', zh: '开始' } })),
  sidebar(
    partialDate({
      name: 'end',
      label: { en: 'End', zh: '结束' },
      validate: partialEndNotBefore('start'),
    }),
  ),
  {
    name: 'parent',
    type: 'relationship',
    label: { en: 'Part of', zh: '上级项目' },
    localized: false,
    index: true,
    relationTo: 'programs',
    filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    admin: { position: 'sidebar' },
  },
  {
    name: 'sdgs',
    type: 'select',
    hasMany: true,
    label: { en: 'Sustainable Development Goals', zh: '可持续发展目标' },
    localized: false,
    options: sustainableDevelopmentGoals,
    admin: { position: 'sidebar' },
  },
  {
    name: 'iatiIdentifier',
    type: 'text',
    label: { en: 'IATI identifier', zh: 'IATI 标识符' },
    localized: false,
    admin: { placeholder: 'XM-DAC-…', position: 'sidebar' },
  },
  ...sidebarFields(),
]

function sidebar(field: ReturnType<typeof partialDate>): Field {
  return { ...field, admin: { ...field.admin, position: 'sidebar' } }
}
