import type { Field } from 'payload'

/** What refers to a program. */
export const programJoins: Field[] = [
  {
    name: 'childPrograms',
    type: 'join',
    collection: 'programs',
    label: { en: 'Programs within this one', zh: '下级项目' },
    on: 'parent',
  },
  {
    name: 'briefs',
    type: 'join',
    collection: 'news-briefs',
    defaultSort: '-newsDate',
    label: { en: 'News briefs', zh: '新闻简报' },
    on: 'programs',
  },
  {
    name: 'stories',
    type: 'join',
    collection: 'stories',
    label: { en: 'Stories', zh: '故事' },
    on: 'programs',
  },
  {
    name: 'awards',
    type: 'join',
    collection: 'awards',
    defaultSort: '-year',
    label: { en: 'Awards', zh: '荣誉' },
    on: 'programs',
  },
]
