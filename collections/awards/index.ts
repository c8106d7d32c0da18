import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups, contentHooks, contentVersions } from '../../src/published-content.ts'
import { awardFields } from './fields.ts'

export const Awards: CollectionConfig = {
  slug: 'awards',
  labels: {
    singular: { en: 'Award', zh: '荣誉' },
    plural: { en: 'Awards', zh: '荣誉' },
  },
  admin: {
    defaultColumns: ['title', 'year', 'kind', 'languages', 'updatedAt'],
    description: {
      en: 'Awards, honorary titles, ratings, certificates and accreditations.',
      zh: '奖项、荣誉称号、评估等级、证书与资质。',
    },
    group: adminGroups.content,
    listSearchableFields: ['title', 'awardedBy', 'slug'],
    useAsTitle: 'title',
  },
  access: accessTo('awards'),
  versions: contentVersions,
  fields: awardFields,
  hooks: contentHooks,
  defaultSort: '-year',
  trash: true,
}
