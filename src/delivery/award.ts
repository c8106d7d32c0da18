import {
  type DeliveredCollection,
  type DescribedPage,
  type JsonLdNode,
  referenceTo,
} from '@qiao/delivery'

import type { Award } from '../generated/payload-types.ts'
import { projectNode } from './article-node.ts'
import { awardText } from './award-text.ts'
import { day, partial } from './dates.ts'
import { namedOrganization, organizationNode } from './organization-node.ts'
import { shownOne } from './shown.ts'

/**
 * What an authority states of somebody (a rating, a certificate, an accreditation) is a `Certification`. Awards and
 * titles have no type in schema.org: they are a text of whoever received them.
 */
export const award: DeliveredCollection = {
  description: ['seo.description', 'summary', 'citation'],
  images: ['seo.image', 'cover', 'certificate', 'gallery.image', 'citation'],
  jsonLd: (page) => {
    const doc = page.doc as Award
    const recipient = recipientNode(doc, page)
    const issuer = shownOne(doc.awardingPartner)
    const issuerNode = issuer ? organizationNode(issuer, page) : namedOrganization(doc.awardedBy)
    const issuerNodes = issuerNode?.['@id'] ? [issuerNode] : []
    if (doc.kind === 'award' || doc.kind === 'honorary-title') {
      const honoured = recipient ?? { '@type': 'Thing', name: doc.title }
      return [recipient ? { ...honoured, award: awardText(doc) } : honoured, ...issuerNodes]
    }
    return [
      {
        '@type': 'Certification',
        '@id': `${page.base}#certification`,
        name: doc.title,
        description: page.description,
        url: page.canonical,
        inLanguage: page.language,
        image: page.image && { '@id': `${page.base}#image` },
        about: recipient && referenceTo(recipient),
        issuedBy: issuerNode && referenceTo(issuerNode),
        certificationRating: doc.grade ? { '@type': 'Rating', ratingValue: doc.grade } : null,
        validFrom: partial(doc.date) ?? String(doc.year),
        expires: day(doc.validUntil),
        mainEntityOfPage: { '@id': `${page.base}#webpage` },
      },
      ...(recipient ? [recipient] : []),
      ...issuerNodes,
    ]
  },
  order: 'year',
  title: ['seo.title', 'title'],
  titleField: 'title',
}

const recipientNode = ({ recipient }: Award, page: DescribedPage): JsonLdNode | null => {
  if (recipient?.relationTo === 'partner-profiles') {
    const partner = shownOne(recipient.value)
    return partner ? organizationNode(partner, page) : null
  }
  const program = shownOne(recipient?.value)
  return program ? projectNode(program, page) : null
}
