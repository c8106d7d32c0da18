import type { FeedCollection, FeedsOptions } from '@qiao/feeds'

import type { Award, NewsBrief, PartnerProfile, Story } from '../generated/payload-types.ts'
import { imageOfFeed } from './image-of-feed.ts'

/** Headings of the parts of a text that has several. */
const headings = {
  benefits: { en: 'What the partnership brings', zh: '合作收获' },
  impact: { en: 'Impact', zh: '项目影响' },
  need: { en: 'The need', zh: '现实需求' },
  progress: { en: 'Progress', zh: '项目进展' },
  solution: { en: 'Our solution', zh: '解决方案' },
}

const headed = (doc: object, locale: string, names: (keyof typeof headings)[]) =>
  names.map((name) => ({
    heading: headings[name][locale as 'en'],
    value: (doc as Record<string, unknown>)[name],
  }))

const shared = {
  image: imageOfFeed,
  summary: (doc: object) => (doc as NewsBrief).summary ?? '',
  title: (doc: object) => (doc as NewsBrief).title,
}

const teaser = {
  cover: true,
  gallery: { image: true },
  summary: true,
  title: true,
  topics: true,
} as const

const award: FeedCollection = {
  ...shared,
  content: (doc) => [{ value: (doc as Award).citation }],
  groups: { programs: 'programs', topics: 'topics' },
  select: { ...teaser, certificate: true, citation: true },
}

const newsBrief: FeedCollection = {
  ...shared,
  content: (doc) => [{ value: (doc as NewsBrief).body }],
  groups: { programs: 'programs', topics: 'topics' },
  select: { ...teaser, body: true },
}

const partnerProfile: FeedCollection = {
  ...shared,
  content: (doc, locale) => [
    { value: (doc as PartnerProfile).description },
    ...headed(doc, locale, ['benefits']),
  ],
  groups: { topics: 'topics' },
  select: { ...teaser, benefits: true, description: true, logo: true, name: true },
  title: (doc) => (doc as PartnerProfile).name,
}

const program: FeedCollection = {
  ...shared,
  content: (doc, locale) => headed(doc, locale, ['need', 'solution', 'progress', 'impact']),
  groups: { programs: 'parent', topics: 'topics' },
  select: { ...teaser, impact: true, need: true, progress: true, solution: true },
}

const story: FeedCollection = {
  ...shared,
  authors: (doc) => ((doc as Story).authors ?? []).map(({ name }) => name),
  content: (doc) => {
    const { body, interview } = doc as Story
    const answers = (interview ?? []).map(({ answer, question }) => ({
      heading: question,
      value: answer,
    }))
    return [{ value: body }, ...answers]
  },
  groups: { programs: 'programs', topics: 'topics' },
  select: { ...teaser, authors: true, body: true, interview: true },
}

/** How the documents of each collection become entries of feeds. */
export const feedCollections: FeedsOptions['collections'] = {
  awards: award,
  'news-briefs': newsBrief,
  'partner-profiles': partnerProfile,
  programs: program,
  stories: story,
}
