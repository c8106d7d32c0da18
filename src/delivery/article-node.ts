import { type DescribedPage, type JsonLdNode, referenceTo } from '@qiao/delivery'

import type { NewsBrief, Program, Topic } from '../generated/payload-types.ts'
import { shown } from './shown.ts'

/** What all texts have in common. */
export const articleNode = (page: DescribedPage): JsonLdNode => {
  const { base, canonical, description, image, language, modifiedAt, publishedAt, site, title } =
    page
  const { sources, topics } = page.doc as Pick<NewsBrief, 'sources' | 'topics'>
  return {
    '@id': `${base}#article`,
    headline: title,
    description,
    url: canonical,
    inLanguage: language,
    datePublished: publishedAt,
    dateModified: modifiedAt,
    image: image && { '@id': `${base}#image` },
    author: referenceTo(site.publisher),
    publisher: referenceTo(site.publisher),
    mainEntityOfPage: { '@id': `${base}#webpage` },
    keywords: keywordsOf(topics),
    citation: sources?.map((source) => ({
      '@type': 'CreativeWork',
      name: source.title,
      url: source.url,
      publisher: source.publisher ? { '@type': 'Organization', name: source.publisher } : null,
    })),
  }
}

export const keywordsOf = (topics: null | (string | Topic)[] | undefined): string[] =>
  shown(topics).map(({ title }) => title)

/** A program as others refer to it. */
export const projectNode = (
  program: Program,
  { locale, site }: Pick<DescribedPage, 'locale' | 'site'>,
): JsonLdNode => {
  const url = program.slug
    ? site.pageUrl({ collection: 'programs', locale, slug: program.slug })
    : null
  return { '@type': 'Project', '@id': url && `${url}#project`, name: program.title, url }
}
