import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups, contentHooks, contentVersions } from '../../src/published-content.ts'
import { partnerProfileFields } from './fields.ts'

export const PartnerProfiles: CollectionConfig = {
  slug: 'partner-profiles',
  labels: {
    singular: { en: 'Partner profile', zh: '伙伴档案' },
    plural: { en: 'Partner profiles', zh: '伙伴档案' },
  },
  admin: {
    defaultColumns: ['name', 'acronym', 'kind', 'country', 'languages'],
    description: {
      en: 'Members, foundations, networks, authorities and companies the association works with.',
      zh: '会员单位、基金会、网络、政府机构与企业等合作方。',
    },
    group: adminGroups.content,
    listSearchableFields: ['name', 'acronym', 'slug'],
    useAsTitle: 'name',
  },
  access: accessTo('partner-profiles'),
  versions: contentVersions,
  fields: partnerProfileFields,
  hooks: contentHooks,
  defaultSort: '-createdAt',
  trash: true,
}
