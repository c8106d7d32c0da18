import type { Field } from 'payload'
import { contactsField } from '../../src/fields/contacts.ts'
import { countryField } from '../../src/fields/country.ts'
import { figuresField } from '../../src/fields/figures.ts'
import { partialDate } from '../../src/fields/partial-date.ts'
import { closingTabs, sidebarFields, teaserFields } from '../../src/fields/publication.ts'
import { taxBenefitsField } from '../../src/fields/tax-benefits.ts'
import { socialLinksField, websitesField } from '../../src/fields/web-links.ts'
import { richText } from '../../src/rich-text/index.ts'
import { partnerJoins } from './joins.ts'
import { accreditations, networks, registrations } from './standing.ts'

const kinds = [
  { label: { en: 'Member', zh: '会员单位' }, value: 'member' },
  { label: { en: 'Foreign NGO', zh: '境外非政府组织' }, value: 'foreign-ngo' },
  { label: { en: 'Foundation', zh: '基金会' }, value: 'foundation' },
  { label: { en: 'Network', zh: '网络' }, value: 'network' },
  { label: { en: 'Government', zh: '政府机构' }, value: 'government' },
  { label: { en: 'Academia', zh: '学术机构' }, value: 'academia' },
  { label: { en: 'Company', zh: '企业' }, value: 'company' },
  { label: { en: 'Multilateral organisation', zh: '多边组织' }, value: 'multilateral' },
  { label: { en: 'Intermediary', zh: '中介机构' }, value: 'intermediary' },
]

const text: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { en: 'Name', zh: '名称' },
        localized: true,
        required: true,
        admin: { width: '70%' },
      },
      {
        name: 'acronym',
        type: 'text',
        label: { en: 'Acronym', zh: '缩写' },
        localized: false,
        admin: { placeholder: 'CANGO', width: '30%' },
      },
    ],
  },
  ...teaserFields(),
  {
    name: 'mission',
    type: 'textarea',
    label: { en: 'Mission', zh: '使命' },
    localized: true,
  },
  {
    name: 'vision',
    type: 'textarea',
    label: { en: 'Vision', zh: '愿景' },
    localized: true,
  },
  {
    name: 'focus',
    type: 'textarea',
    label: { en: 'Focus of the work', zh: '工作重点' },
    localized: true,
  },
  richText({ name: 'description', label: { en: 'Description', zh: '介绍' } }),
  richText({ name: 'benefits', label: { en: 'What the partnership brings', zh: '合作收获' } }),
]

const reach: Field[] = [contactsField(), websitesField(), socialLinksField()]

export const partnerProfileFields: Field[] = [
  {
    type: 'tabs',
    tabs: [
      { label: { en: 'Text', zh: '正文' }, fields: text },
      {
        label: { en: 'Standing', zh: '资质' },
        fields: [registrations, accreditations, networks, taxBenefitsField()],
      },
      { label: { en: 'Figures', zh: '数据' }, fields: [figuresField()] },
      { label: { en: 'Contact', zh: '联系方式' }, fields: reach },
      { label: { en: 'Related', zh: '相关内容' }, fields: partnerJoins },
      ...closingTabs(),
    ],
  },
  {
    name: 'kind',
    type: 'select',
    hasMany: true,
    label: { en: 'Kind', zh: '类型' },
    localized: false,
    options: kinds,
    admin: { position: 'sidebar' },
  },
  {
    name: 'logo',
    type: 'upload',
    label: { en: 'Logo', zh: '标志' },
    localized: false,
    relationTo: 'media',
    admin: { position: 'sidebar' },
  },
  sidebar(countryField()),
  {
    name: 'city',
    type: 'text',
    label: { en: 'City', zh: '城市' },
    localized: true,
    admin: { position: 'sidebar' },
  },
  sidebar(partialDate({ name: 'founded', label: { en: 'Founded', zh: '成立' } })),
  sidebar(partialDate({ name: 'partnerSince', label: { en: 'Partner since', zh: '合作起始' } })),
  ...sidebarFields(),
]

function sidebar(field: Field): Field {
  return { ...field, admin: { ...field.admin, position: 'sidebar' } } as Field
}
