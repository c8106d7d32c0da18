import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups, contentHooks, contentVersions } from '../../src/published-content.ts'
import { programFields } from './fields.ts'

export const Programs: CollectionConfig = {
  slug: 'programs',
  labels: {
    singular: { en: 'Program', zh: '项目' },
    plural: { en: 'Programs', zh: '项目' },
  },
  admin: {
    defaultColumns: ['title', 'kind', 'status', 'languages', 'updatedAt'],
    description: {
      en: 'Programs, projects, networks, campaigns and surveys, with what they need and what they achieved.',
      zh: '项目、网络、倡导行动与调研，以及它们的需求与成效。',
    },
    group: adminGroups.content,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
  },
  access: accessTo('programs'),
  versions: contentVersions,
  fields: programFields,
  hooks: contentHooks,
  defaultSort: '-createdAt',
  trash: true,
}
