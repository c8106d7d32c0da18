import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups, contentHooks, contentVersions } from '../../src/published-content.ts'
import { newsBriefFields } from './fields.ts'
import { deriveYear } from './hooks/derive-year.ts'

export const NewsBriefs: CollectionConfig = {
  slug: 'news-briefs',
  labels: {
    singular: { en: 'News brief', zh: '新闻简报' },
    plural: { en: 'News briefs', zh: '新闻简报' },
  },
  admin: {
    defaultColumns: ['title', 'newsDate', 'kind', 'languages', 'updatedAt'],
    description: {
      en: 'Short reports of events, visits, study tours and announcements.',
      zh: '活动、来访、考察与公告的简短报道。',
    },
    group: adminGroups.content,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
  },
  access: accessTo('news-briefs'),
  versions: contentVersions,
  fields: newsBriefFields,
  hooks: {
    ...contentHooks,
    beforeChange: [...contentHooks.beforeChange, deriveYear],
  },
  defaultSort: '-newsDate',
  trash: true,
}
