import type { Field } from 'payload'
import { countryField } from '../../src/fields/country.ts'
import { endNotBefore } from '../../src/fields/end-not-before.ts'
import { qualifierOptions } from '../../src/fields/figures.ts'
import { personFields } from '../../src/fields/people.ts'
import {
  closingTabs,
  sidebarFields,
  teaserFields,
  titleField,
} from '../../src/fields/publication.ts'
import { partnerField, programsField } from '../../src/fields/relations.ts'
import { richText } from '../../src/rich-text/index.ts'

const kinds = [
  { label: { en: 'Event', zh: '活动' }, value: 'event' },
  { label: { en: 'Workshop', zh: '研讨会' }, value: 'workshop' },
  { label: { en: 'Study tour', zh: '考察学习' }, value: 'study-tour' },
  { label: { en: 'Conference', zh: '会议' }, value: 'conference' },
  { label: { en: 'Visit', zh: '来访与走访' }, value: 'visit' },
  { label: { en: 'Announcement', zh: '公告' }, value: 'announcement' },
  { label: { en: 'Publication', zh: '出版物' }, value: 'publication' },
]

const participationRoles = [
  { label: { en: 'Organiser', zh: '主办方' }, value: 'organiser' },
  { label: { en: 'Co-organiser', zh: '协办方' }, value: 'co-organiser' },
  { label: { en: 'Host', zh: '承办方' }, value: 'host' },
  { label: { en: 'Funder', zh: '资助方' }, value: 'funder' },
  { label: { en: 'Supporter', zh: '支持方' }, value: 'supporter' },
  { label: { en: 'Attendee', zh: '参会方' }, value: 'attendee' },
]

const speakerRoles = [
  { label: { en: 'Opening address', zh: '致辞' }, value: 'opening' },
  { label: { en: 'Keynote', zh: '主旨发言' }, value: 'keynote' },
  { label: { en: 'Speaker', zh: '发言' }, value: 'speaker' },
  { label: { en: 'Panellist', zh: '讨论嘉宾' }, value: 'panellist' },
  { label: { en: 'Moderator', zh: '主持' }, value: 'moderator' },
  { label: { en: 'Host', zh: '接待' }, value: 'host' },
]

type Brief = { kind?: string }

/** Announcements and publications happen nowhere and nobody attends them. */
const isGathering = (data: Brief): boolean =>
  data.kind !== 'announcement' && data.kind !== 'publication'

const text: Field[] = [
  titleField(),
  ...teaserFields(),
  richText({ name: 'body', label: { en: 'Text', zh: '正文' }, required: true }),
]

const occasion: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'eventStart',
        type: 'date',
        label: { en: 'Begins', zh: '开始日期' },
        localized: false,
        admin: { date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' }, width: '50%' },
      },
      {
        name: 'eventEnd',
        type: 'date',
        label: { en: 'Ends', zh: '结束日期' },
        localized: false,
        admin: { date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' }, width: '50%' },
        validate: endNotBefore('eventStart'),
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'venue',
        type: 'text',
        label: { en: 'Venue', zh: '地点' },
        localized: true,
        admin: { width: '50%' },
      },
      {
        name: 'city',
        type: 'text',
        label: { en: 'City', zh: '城市' },
        localized: true,
        admin: { width: '50%' },
      },
    ],
  },
  countryField(),
  {
    name: 'attendance',
    type: 'group',
    label: { en: 'Attendance', zh: '参会人数' },
    admin: { hideGutter: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'qualifier',
            type: 'select',
            label: { en: 'Precision', zh: '准确程度' },
            localized: false,
            defaultValue: 'exact',
            options: qualifierOptions(),
            admin: { isClearable: false, width: '50%' },
          },
          {
            name: 'value',
            type: 'number',
            label: { en: 'People', zh: '人数' },
            localized: false,
            min: 0,
            admin: { width: '50%' },
          },
        ],
      },
    ],
  },
  {
    name: 'speakers',
    type: 'array',
    label: { en: 'Speakers', zh: '发言人' },
    labels: {
      singular: { en: 'Speaker', zh: '发言人' },
      plural: { en: 'Speakers', zh: '发言人' },
    },
    admin: { initCollapsed: true },
    fields: [
      ...personFields(),
      {
        name: 'role',
        type: 'select',
        label: { en: 'Part in the occasion', zh: '发言角色' },
        localized: false,
        defaultValue: 'speaker',
        options: speakerRoles,
      },
      {
        name: 'talkTitle',
        type: 'text',
        label: { en: 'Title of the talk', zh: '发言题目' },
        localized: true,
      },
    ],
  },
]

/** The days of a longer occasion: a visit on the second morning, a workshop in the middle of a tour. */
const agenda: Field = {
  name: 'agenda',
  type: 'array',
  label: { en: 'Agenda', zh: '日程' },
  labels: {
    singular: { en: 'Item', zh: '日程' },
    plural: { en: 'Agenda', zh: '日程' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', zh: '日期' },
      localized: false,
      required: true,
      admin: { date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' } },
    },
    titleField(),
    {
      name: 'venue',
      type: 'text',
      label: { en: 'Venue', zh: '地点' },
      localized: true,
    },
    partnerField({ name: 'host', label: { en: 'Host (profile)', zh: '接待机构（档案）' } }),
  ],
}

const participations: Field = {
  name: 'participations',
  type: 'array',
  label: { en: 'Organisations taking part', zh: '参与机构' },
  labels: {
    singular: { en: 'Organisation', zh: '机构' },
    plural: { en: 'Organisations', zh: '机构' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        partnerField({ required: true }),
        {
          name: 'role',
          type: 'select',
          label: { en: 'Role', zh: '角色' },
          localized: false,
          defaultValue: 'attendee',
          options: participationRoles,
          required: true,
          admin: { isClearable: false },
        },
      ],
    },
  ],
}

export const newsBriefFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      { label: { en: 'Text', zh: '正文' }, fields: text },
      {
        label: { en: 'Occasion', zh: '活动信息' },
        admin: { condition: isGathering },
        fields: [...occasion, agenda],
      },
      { label: { en: 'Taking part', zh: '参与方' }, fields: [participations, programsField()] },
      ...closingTabs(),
    ],
  },
  {
    name: 'kind',
    type: 'select',
    label: { en: 'Kind', zh: '类型' },
    localized: false,
    defaultValue: 'event',
    index: true,
    options: kinds,
    required: true,
    admin: { isClearable: false, position: 'sidebar' },
  },
  {
    name: 'newsDate',
    type: 'date',
    label: { en: 'Date of the news', zh: '新闻日期' },
    localized: false,
    index: true,
    required: true,
    admin: {
      date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' },
      position: 'sidebar',
    },
  },
  {
    name: 'year',
    type: 'number',
    label: { en: 'Year', zh: '年份' },
    localized: false,
    index: true,
    admin: { hidden: true },
  },
  ...sidebarFields(),
]
