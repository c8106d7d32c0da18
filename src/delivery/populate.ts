/** What of a document is shown where another one refers to it. Files are shown whole. */
export const populate = {
  awards: { awardedBy: true, grade: true, kind: true, slug: true, title: true, year: true },
  'news-briefs': {
    cover: true,
    kind: true,
    newsDate: true,
    slug: true,
    summary: true,
    title: true,
  },
  'partner-profiles': {
    acronym: true,
    city: true,
    country: true,
    founded: true,
    kind: true,
    logo: true,
    name: true,
    slug: true,
    summary: true,
    websites: true,
  },
  programs: {
    cover: true,
    kind: true,
    slug: true,
    status: true,
    summary: true,
    title: true,
  },
  stories: { cover: true, kind: true, slug: true, summary: true, title: true },
  topics: { slug: true, title: true },
} as const
