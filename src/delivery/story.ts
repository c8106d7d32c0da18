import { type DeliveredCollection, type JsonLdNode, referenceTo, textOf } from '@qiao/delivery'

import type { Story } from '../generated/payload-types.ts'
import { articleNode, projectNode } from './article-node.ts'
import { day } from './dates.ts'
import { organizationNode } from './organization-node.ts'
import { organizationsOf, personNode } from './person-node.ts'
import { shown } from './shown.ts'

/** A story is an `Article` by its authors; an interview has its questions and answers as parts. */
export const story: DeliveredCollection = {
  description: ['seo.description', 'summary', 'body', 'interview.answer'],
  images: ['seo.image', 'cover', 'gallery.image', 'body'],
  jsonLd: (page) => {
    const doc = page.doc as Story
    const programs = shown(doc.programs).map((each) => projectNode(each, page))
    const partners = shown(doc.partners).map((each) => organizationNode(each, page))
    const authors = (doc.authors ?? []).map(({ name }): JsonLdNode => ({
      '@type': 'Person',
      name,
    }))
    const article = articleNode(page)
    return [
      {
        '@type': 'Article',
        ...article,
        author: authors.length > 0 ? authors : article.author,
        about: programs.map(referenceTo),
        mentions: [
          ...(doc.people ?? []).map((person) => personNode(person, page)),
          ...partners.map(referenceTo),
        ],
        hasPart: doc.interview?.map(questionNode),
        isBasedOn: originNode(doc.origin),
      },
      ...programs,
      ...partners,
      ...organizationsOf(doc.people, page),
    ]
  },
  openGraphType: 'article',
  title: ['seo.title', 'title'],
  titleField: 'title',
}

const questionNode = ({
  answer,
  question,
}: NonNullable<Story['interview']>[number]): JsonLdNode => ({
  '@type': 'Question',
  name: question,
  acceptedAnswer: { '@type': 'Answer', text: textOf(answer) },
})

const originNode = (origin: Story['origin']): JsonLdNode | null =>
  origin?.publisher || origin?.url
    ? {
        '@type': 'CreativeWork',
        url: origin.url,
        datePublished: day(origin.date),
        publisher: origin.publisher ? { '@type': 'Organization', name: origin.publisher } : null,
      }
    : null
