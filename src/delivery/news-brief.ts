import {
  type DeliveredCollection,
  type DescribedPage,
  type JsonLdNode,
  referenceTo,
} from '@qiao/delivery'

import type { NewsBrief } from '../generated/payload-types.ts'
import { articleNode, projectNode } from './article-node.ts'
import { day } from './dates.ts'
import { organizationNode } from './organization-node.ts'
import { organizationsOf, personNode } from './person-node.ts'
import { shown, shownOne } from './shown.ts'

type Role = NonNullable<NewsBrief['participations']>[number]['role']

/** A brief is a `NewsArticle`; when it tells of an occasion with a date, that is an `Event` which it is about. */
export const newsBrief: DeliveredCollection = {
  description: ['seo.description', 'summary', 'body'],
  images: ['seo.image', 'cover', 'gallery.image', 'body'],
  jsonLd: (page) => {
    const brief = page.doc as NewsBrief
    const programs = shown(brief.programs).map((program) => projectNode(program, page))
    const partners = partnersOf(brief).map(({ partner }) => organizationNode(partner, page))
    const event = eventNode(brief, page)
    return [
      {
        '@type': 'NewsArticle',
        ...articleNode(page),
        temporalCoverage: day(brief.newsDate),
        about: [...(event ? [referenceTo(event)] : []), ...programs.map(referenceTo)],
        mentions: partners.map(referenceTo),
      },
      ...(event ? [event, ...organizationsOf(brief.speakers, page)] : []),
      ...programs,
      ...partners,
    ]
  },
  openGraphType: 'article',
  order: 'newsDate',
  title: ['seo.title', 'title'],
  titleField: 'title',
}

const eventNode = (brief: NewsBrief, page: DescribedPage): JsonLdNode | null => {
  const isGathering = brief.kind !== 'announcement' && brief.kind !== 'publication'
  if (!isGathering || !brief.eventStart) return null
  const taking = (...roles: Role[]) =>
    partnersOf(brief)
      .filter(({ role }) => roles.includes(role))
      .map(({ partner }) => referenceTo(organizationNode(partner, page)))
  const { city, country, venue } = brief
  return {
    '@type': 'Event',
    '@id': `${page.base}#event`,
    name: brief.title,
    description: page.description,
    startDate: day(brief.eventStart),
    endDate: day(brief.eventEnd),
    image: page.image && { '@id': `${page.base}#image` },
    location:
      city || country || venue
        ? {
            '@type': 'Place',
            name: venue,
            address: { '@type': 'PostalAddress', addressLocality: city, addressCountry: country },
          }
        : null,
    organizer: taking('organiser', 'co-organiser', 'host'),
    funder: taking('funder'),
    sponsor: taking('supporter'),
    attendee: taking('attendee'),
    performer: brief.speakers?.map((speaker) => personNode(speaker, page)),
  }
}

/** Those that readers may see. */
const partnersOf = ({ participations }: NewsBrief) =>
  (participations ?? []).flatMap(({ partner, role }) => {
    const profile = shownOne(partner)
    return profile ? [{ partner: profile, role }] : []
  })
