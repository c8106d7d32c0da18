import type { DeliveryOptions, JsonLdNode, Site } from '@qiao/delivery'

import type { Organization } from '../generated/payload-types.ts'
import { addressBy, patternName } from '../url-of-document.ts'
import { populate } from './populate.ts'
import { namedOrganization, organizationNode, pictureNode } from './organization-node.ts'
import { shownOne } from './shown.ts'

type Patterns = Partial<Record<string, null | string>>

/** The website as the organization describes it: its name, its addresses, its publisher. Two small queries. */
export const website: DeliveryOptions['site'] = async ({ locale, req }) => {
  const { findGlobal } = req.payload
  const language = locale as 'en'
  const organization: Partial<Organization> = await findGlobal.call(req.payload, {
    depth: 2,
    fallbackLocale: false,
    locale: language,
    overrideAccess: false,
    populate,
    req,
    slug: 'organization',
  })
  const { urlPatterns } = await findGlobal.call(req.payload, {
    depth: 0,
    fallbackLocale: false,
    locale: 'all',
    overrideAccess: false,
    req,
    select: { urlPatterns: true },
    slug: 'organization',
  })
  // Read in all languages, a localized text is a record of them.
  const patterns = (collection: string): Patterns =>
    (urlPatterns as Partial<Record<string, unknown>> | undefined)?.[patternName(collection)] ?? {}
  const homeUrl = commonFolder(
    Object.values(organization.urlPatterns ?? {}).filter((each) => typeof each === 'string'),
  )
  const pageUrl: Site['pageUrl'] = ({ collection, locale: code, slug }) =>
    addressBy(patterns(collection)[code], slug)
  const site = {
    homeUrl,
    listUrl: (collection: string) => listUrl(patterns(collection)[locale]),
    // Empty where nobody has written it in this language yet.
    name: organization.siteName ?? '',
    pageUrl,
  }
  return {
    ...site,
    publisher: publisherNode({
      organization,
      locale,
      serverURL: req.payload.config.serverURL,
      site,
    }),
  }
}

const publisherNode = ({
  locale,
  organization,
  serverURL,
  site,
}: {
  locale: string
  organization: Partial<Organization>
  serverURL: string
  site: Omit<Site, 'publisher'>
}): Site['publisher'] => {
  const { address, contact, profile: own, siteName, socialLinks, tagline } = organization
  const profile = shownOne(own)
  const node: JsonLdNode = profile
    ? // The organization of this page and the partner of that name are one.
      organizationNode(profile, { locale, site: site as Site })
    : { ...namedOrganization(siteName) }
  return {
    ...node,
    '@id':
      typeof node['@id'] === 'string' ? node['@id'] : `${site.homeUrl ?? serverURL}#organization`,
    url: node.url ?? site.homeUrl,
    slogan: tagline,
    address: address ?? node.address,
    logo: pictureNode(profile?.logo),
    sameAs: socialLinks?.map(({ url }) => url),
    contactPoint:
      contact?.email || contact?.phone
        ? {
            '@type': 'ContactPoint',
            name: contact.name,
            email: contact.email,
            telephone: contact.phone,
          }
        : null,
  }
}

/** The page of a list is where its documents are: the pattern without the slug, when the slug is its last part. */
const listUrl = (pattern: null | string | undefined): null | string =>
  pattern?.endsWith('/{slug}') ? pattern.slice(0, -'/{slug}'.length) : null

/** The folder that all patterns of a language share, such as `https://example.org/zh`; their host when it is only one. */
const commonFolder = (patterns: string[]): null | string => {
  const [first, ...others] = patterns.map((pattern) => pattern.split('/'))
  if (!first) return null
  const end = others.length === 0 ? 3 : first.length
  const shared = first.slice(0, end).filter((part, index) => {
    const before = first.slice(0, index + 1).join('/')
    return (
      part !== '{slug}' && others.every((other) => other.slice(0, index + 1).join('/') === before)
    )
  })
  return shared.length < 3 ? null : shared.join('/')
}
