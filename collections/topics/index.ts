import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { titleField } from '../../src/fields/publication.ts'
import { keepTranslatorsToTheirTexts } from '../../src/hooks/keep-translators-to-their-texts.ts'
import { adminGroups } from '../../src/published-content.ts'

export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: {
    singular: { en: 'Topic', zh: '议题' },
    plural: { en: 'Topics', zh: '议题' },
  },
  admin: {
    defaultColumns: ['title', 'parent', 'updatedAt'],
    description: {
      en: 'Subjects by which content is found.',
      zh: '用于归类和查找内容的主题。',
    },
    group: adminGroups.library,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
  },
  access: accessTo('topics'),
  fields: [
    titleField(),
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', zh: '说明' },
      localized: true,
    },
    {
      name: 'parent',
      type: 'relationship',
      label: { en: 'Broader topic', zh: '上级议题' },
      localized: false,
      relationTo: 'topics',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
  ],
  hooks: { beforeValidate: [keepTranslatorsToTheirTexts] },
  defaultSort: '-createdAt',
  trash: true,
}
