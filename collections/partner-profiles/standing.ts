import type { Field } from 'payload'
import { endNotBefore } from '../../src/fields/end-not-before.ts'
import { partialDate } from '../../src/fields/partial-date.ts'
import { partnerField } from '../../src/fields/relations.ts'
import type { inUsersLanguage } from '../../src/localization.ts'

type UntilContext = {
  req: Parameters<typeof inUsersLanguage>[0]['req']
  siblingData?: { since?: { date?: unknown } }
}

/** Where an organisation is registered; sources disagree on dates, so each has its own row. */
export const registrations: Field = {
  name: 'registrations',
  type: 'array',
  label: { en: 'Registrations', zh: '登记注册' },
  labels: {
    singular: { en: 'Registration', zh: '登记' },
    plural: { en: 'Registrations', zh: '登记' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'authority',
      type: 'text',
      label: { en: 'Authority', zh: '登记机关' },
      localized: true,
      required: true,
    },
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Kind', zh: '类型' },
      localized: false,
      defaultValue: 'registration',
      options: [
        { label: { en: 'Registration', zh: '登记' }, value: 'registration' },
        { label: { en: 'Approval', zh: '批准' }, value: 'approval' },
      ],
    },
    partialDate({ name: 'date', label: { en: 'Date', zh: '日期' } }),
    {
      name: 'number',
      type: 'text',
      label: { en: 'Registration number', zh: '登记号' },
      localized: false,
    },
    {
      name: 'source',
      type: 'text',
      label: { en: 'Source', zh: '来源' },
      localized: false,
    },
  ],
}

export const accreditations: Field = {
  name: 'accreditations',
  type: 'array',
  label: { en: 'Accreditations', zh: '资质与地位' },
  labels: {
    singular: { en: 'Accreditation', zh: '资质' },
    plural: { en: 'Accreditations', zh: '资质' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', zh: '名称' },
      localized: true,
      required: true,
    },
    {
      name: 'authority',
      type: 'text',
      label: { en: 'Authority', zh: '授予机构' },
      localized: true,
    },
    partialDate({ name: 'since', label: { en: 'Since', zh: '起始' } }),
    {
      name: 'until',
      type: 'date',
      label: { en: 'Until', zh: '截止' },
      localized: false,
      admin: { date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' } },
      validate: (value: Date | null | string | undefined, { req, siblingData }: UntilContext) =>
        endNotBefore('date')(value, { req, siblingData: { date: siblingData?.since?.date } }),
    },
  ],
}

export const networks: Field = {
  name: 'networks',
  type: 'array',
  label: { en: 'Networks', zh: '所属网络' },
  labels: {
    singular: { en: 'Network', zh: '网络' },
    plural: { en: 'Networks', zh: '网络' },
  },
  admin: { initCollapsed: true },
  fields: [
    partnerField({ name: 'network', label: { en: 'Network', zh: '网络' }, required: true }),
    {
      name: 'role',
      type: 'select',
      label: { en: 'Role', zh: '角色' },
      localized: false,
      defaultValue: 'member',
      options: [
        { label: { en: 'Member', zh: '成员' }, value: 'member' },
        { label: { en: 'Secretariat', zh: '秘书处' }, value: 'secretariat' },
        { label: { en: 'Observer', zh: '观察员' }, value: 'observer' },
      ],
    },
    partialDate({ name: 'since', label: { en: 'Since', zh: '起始' } }),
  ],
}
