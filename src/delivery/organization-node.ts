import type { DescribedPage, JsonLdNode } from '@qiao/delivery'

import type { Media, PartnerProfile } from '../generated/payload-types.ts'
import { partial } from './dates.ts'
import { shownOne } from './shown.ts'

type Kind = NonNullable<PartnerProfile['kind']>[number]

/** schema.org tells these apart; the first that fits. */
const types: [Kind, string][] = [
  ['government', 'GovernmentOrganization'],
  ['academia', 'EducationalOrganization'],
  ['company', 'Corporation'],
  ['foundation', 'NGO'],
  ['foreign-ngo', 'NGO'],
  ['member', 'NGO'],
  ['network', 'NGO'],
]

/** `Organization`, or the more exact type that belongs to the kinds of a partner. */
export const typeOfPartner = ({ kind }: Pick<PartnerProfile, 'kind'>): string =>
  types.find(([each]) => kind?.includes(each))?.[1] ?? 'Organization'

/** A partner as others refer to it: who it is, where it is, and its page as `@id`. */
export const organizationNode = (
  partner: PartnerProfile,
  { locale, site }: Pick<DescribedPage, 'locale' | 'site'>,
): JsonLdNode => {
  const page = partner.slug
    ? site.pageUrl({ collection: 'partner-profiles', locale, slug: partner.slug })
    : null
  return {
    '@type': typeOfPartner(partner),
    '@id': page && `${page}#organization`,
    name: partner.name,
    alternateName: partner.acronym,
    url: partner.websites?.[0]?.url,
    foundingDate: partial(partner.founded),
    address:
      partner.country || partner.city
        ? {
            '@type': 'PostalAddress',
            addressLocality: partner.city,
            addressCountry: partner.country,
          }
        : null,
  }
}

/** A picture whose page this is not: the logo of a partner. */
export const pictureNode = (file: Media | null | string | undefined): JsonLdNode | null => {
  const picture = shownOne(file)
  if (!picture?.url || !picture.mimeType?.startsWith('image/')) return null
  return {
    '@type': 'ImageObject',
    contentUrl: picture.url,
    encodingFormat: picture.mimeType,
    caption: picture.alt,
  }
}

/** A body without a profile of its own. */
export const namedOrganization = (name: null | string | undefined): JsonLdNode | null =>
  name ? { '@type': 'Organization', name } : null
