import type { CollectionConfig } from 'payload'
import {
  adminGroups,
  contentAccess,
  contentHooks,
  contentVersions,
} from '../../src/published-content.ts'
import { awardFields } from './fields.ts'

export const Awards: CollectionConfig = {
  slug: 'awards',
  labels: {
    singular: { en: 'Award', zh: '荣誉' },
    plural: { en: 'Awards', zh: '荣誉' },
  },
  admin: {
    defaultColumns: ['title', 'year', 'kind', '_status', 'updatedAt'],
    description: {
      en: 'Awards, honorary titles, ratings, certificates and accreditations.',
      zh: '奖项、荣誉称号、评估等级、证书与资质。',
    },
    group: adminGroups.content,
    listSearchableFields: ['title', 'awardedBy', 'slug'],
    useAsTitle: 'title',
  },
  access: contentAccess,
  versions: contentVersions,
  fields: awardFields,
  hooks: contentHooks,
  defaultSort: '-year',
}
