import type { GlobalConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups } from '../../src/published-content.ts'
import { organizationFields } from './fields.ts'

const rules = accessTo('organization')

export const Organization: GlobalConfig = {
  slug: 'organization',
  label: { en: 'Organisation', zh: '本机构' },
  admin: {
    description: {
      en: 'Who publishes this website, how to reach it, and how its addresses are formed.',
      zh: '网站的主办机构、联系方式以及网址规则。',
    },
    group: adminGroups.settings,
  },
  access: { read: rules.read, update: rules.update },
  fields: organizationFields,
}
