import { type DeliveredCollection, type JsonLdNode, referenceTo } from '@qiao/delivery'

import type { PartnerProfile } from '../generated/payload-types.ts'
import { keywordsOf } from './article-node.ts'
import { awardText } from './award-text.ts'
import { contactPoints } from './contact-points.ts'
import { day, partial } from './dates.ts'
import { namedOrganization, organizationNode, pictureNode } from './organization-node.ts'
import { shown, shownOne } from './shown.ts'
import { withoutInternalContacts } from './without-internal-contacts.ts'

/** A partner is an `Organization`, an `NGO`, an `EducationalOrganization` …, with what is known of its standing. */
export const partnerProfile: DeliveredCollection = {
  description: ['seo.description', 'summary', 'mission', 'description'],
  images: ['seo.image', 'cover', 'logo', 'gallery.image', 'description'],
  jsonLd: (page) => {
    const partner = page.doc as PartnerProfile
    const { base, description, image } = page
    const networks = (partner.networks ?? []).flatMap(({ network }) => {
      const profile = shownOne(network)
      return profile ? [organizationNode(profile, page)] : []
    })
    const websites = (partner.websites ?? []).map(({ url }) => url)
    return [
      {
        ...organizationNode(partner, page),
        '@id': `${base}#organization`,
        description,
        image: image && { '@id': `${base}#image` },
        logo: pictureNode(partner.logo),
        memberOf: networks.map(referenceTo),
        award: shown(partner.awards?.docs).filter(isHonour).map(awardText),
        hasCertification: partner.accreditations?.map(certificationNode),
        identifier: partner.registrations
          ?.filter(({ number }) => number)
          .map(({ authority, number }) => ({
            '@type': 'PropertyValue',
            name: authority,
            value: number,
          })),
        sameAs: [...websites.slice(1), ...(partner.socialLinks ?? []).map(({ url }) => url)],
        contactPoint: contactPoints(partner.contacts),
        keywords: keywordsOf(partner.topics),
        mainEntityOfPage: { '@id': `${base}#webpage` },
      },
      ...networks,
    ]
  },
  openGraphType: 'profile',
  publicPart: withoutInternalContacts,
  title: ['seo.title', 'name'],
  titleField: 'name',
}

const isHonour = ({ kind }: { kind?: null | string }): boolean =>
  kind === 'award' || kind === 'honorary-title'

const certificationNode = ({
  authority,
  since,
  title,
  until,
}: NonNullable<PartnerProfile['accreditations']>[number]): JsonLdNode => ({
  '@type': 'Certification',
  name: title,
  issuedBy: namedOrganization(authority),
  validFrom: partial(since),
  expires: day(until),
})
