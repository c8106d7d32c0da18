import type { Field } from 'payload'

/** What refers to a partner. */
export const partnerJoins: Field[] = [
  {
    name: 'programs',
    type: 'join',
    collection: 'programs',
    label: { en: 'Programs', zh: '项目' },
    on: 'partners.partner',
  },
  {
    name: 'awards',
    type: 'join',
    collection: 'awards',
    defaultSort: '-year',
    label: { en: 'Awards', zh: '荣誉' },
    on: 'recipient',
  },
  {
    name: 'stories',
    type: 'join',
    collection: 'stories',
    label: { en: 'Stories', zh: '故事' },
    on: 'partners',
  },
  {
    name: 'briefs',
    type: 'join',
    collection: 'news-briefs',
    defaultSort: '-newsDate',
    label: { en: 'News briefs', zh: '新闻简报' },
    on: 'participations.partner',
  },
]
