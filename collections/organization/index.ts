import type { GlobalConfig } from 'payload'
import { anyone } from '../../src/access/anyone.ts'
import { editors } from '../../src/access/editors.ts'
import { adminGroups } from '../../src/published-content.ts'
import { organizationFields } from './fields.ts'

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
  access: { read: anyone, update: editors },
  fields: organizationFields,
}
