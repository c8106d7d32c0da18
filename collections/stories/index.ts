import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups, contentHooks, contentVersions } from '../../src/published-content.ts'
import { storyFields } from './fields.ts'

export const Stories: CollectionConfig = {
  slug: 'stories',
  labels: {
    singular: { en: 'Story', zh: '故事' },
    plural: { en: 'Stories', zh: '故事' },
  },
  admin: {
    defaultColumns: ['title', 'kind', 'languages', 'updatedAt'],
    description: {
      en: 'Success stories, interviews, features and case studies.',
      zh: '成功故事、访谈、特写与案例。',
    },
    group: adminGroups.content,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
  },
  access: accessTo('stories'),
  versions: contentVersions,
  fields: storyFields,
  hooks: contentHooks,
  defaultSort: '-createdAt',
  trash: true,
}
