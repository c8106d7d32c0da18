import {
  type DeliveredCollection,
  type DescribedPage,
  type JsonLdNode,
  referenceTo,
} from '@qiao/delivery'

import type { PartnerProfile, Program } from '../generated/payload-types.ts'
import { keywordsOf, projectNode } from './article-node.ts'
import { awardText } from './award-text.ts'
import { contactPoints } from './contact-points.ts'
import { partial } from './dates.ts'
import { organizationNode } from './organization-node.ts'
import { shown, shownOne } from './shown.ts'
import { withoutInternalContacts } from './without-internal-contacts.ts'

/**
 * A program is a `Project`. Whose role is to fund it is its `funder`, with a `MonetaryGrant` whose sum nobody has said;
 * where donations are accepted there is a `DonateAction` with what each gift makes possible.
 */
export const program: DeliveredCollection = {
  description: ['seo.description', 'summary', 'need', 'solution'],
  images: ['seo.image', 'cover', 'gallery.image', 'need', 'solution', 'progress', 'impact'],
  jsonLd: (page) => {
    const doc = page.doc as Program
    const { base, canonical, description, image } = page
    const parent = shownOne(doc.parent)
    const parentNode = parent && projectNode(parent, page)
    const partners = partnersOf(doc)
    const nodes = partners.map((each) => ({ ...each, node: organizationNode(each.partner, page) }))
    const references = (isFunder: boolean) =>
      nodes
        .filter(({ role }) => (role === 'funder') === isFunder)
        .map(({ node }) => referenceTo(node))
    const funders = references(true)
    const donate = donateAction(doc, page)
    return [
      {
        '@type': 'Project',
        '@id': `${base}#project`,
        name: doc.title,
        description,
        url: canonical,
        image: image && { '@id': `${base}#image` },
        foundingDate: partial(doc.start),
        dissolutionDate: partial(doc.end),
        parentOrganization: parentNode && referenceTo(parentNode),
        member: references(false),
        funder: funders,
        funding: funders.map((funder) => ({ '@type': 'MonetaryGrant', funder })),
        areaServed: doc.locations?.map(({ country, name, province }) => ({
          '@type': 'Place',
          name,
          address: {
            '@type': 'PostalAddress',
            addressRegion: province,
            addressCountry: country,
          },
        })),
        award: shown(doc.awards?.docs).map(awardText),
        contactPoint: contactPoints(doc.contacts),
        identifier: doc.iatiIdentifier
          ? { '@type': 'PropertyValue', propertyID: 'IATI', value: doc.iatiIdentifier }
          : null,
        keywords: [...keywordsOf(doc.topics), ...(doc.sdgs ?? []).map((goal) => goalTerm(goal))],
        mainEntityOfPage: { '@id': `${base}#webpage` },
        potentialAction: donate?.action,
      },
      ...(parentNode ? [parentNode] : []),
      ...nodes.map(({ node }) => node),
      ...(donate?.intermediary ? [donate.intermediary] : []),
    ]
  },
  parent: 'parent',
  publicPart: withoutInternalContacts,
  title: ['seo.title', 'title'],
  titleField: 'title',
}

const goalTerm = (goal: string): JsonLdNode => ({
  '@type': 'DefinedTerm',
  name: `SDG ${goal}`,
  termCode: goal,
  url: `https://sdgs.un.org/goals/goal${goal}`,
})

const donateAction = (
  { donation, title }: Program,
  page: DescribedPage,
): { action: JsonLdNode; intermediary: JsonLdNode | undefined } | null => {
  if (!donation?.accepting) return null
  const profile = shownOne(donation.intermediary)
  const intermediary = profile && organizationNode(profile, page)
  return {
    action: {
      '@type': 'DonateAction',
      name: title,
      target: donation.url,
      recipient: referenceTo(intermediary ?? page.site.publisher),
      priceSpecification: donation.tiers?.map(({ amount, currency, outcome }) => ({
        '@type': 'PriceSpecification',
        price: amount,
        priceCurrency: currency,
        description: outcome,
      })),
    },
    intermediary,
  }
}

/** Those that readers may see. */
const partnersOf = ({ partners }: Program): { partner: PartnerProfile; role: unknown }[] =>
  (partners ?? []).flatMap(({ partner, role }) => {
    const profile = shownOne(partner)
    return profile ? [{ partner: profile, role }] : []
  })
