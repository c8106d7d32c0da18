import { type DescribedPage, type JsonLdNode, referenceTo } from '@qiao/delivery'

import type { PartnerProfile } from '../generated/payload-types.ts'
import { namedOrganization, organizationNode } from './organization-node.ts'
import { shownOne } from './shown.ts'

type Person = {
  affiliation?: null | string
  name?: null | string
  partner?: null | PartnerProfile | string
  position?: null | string
}

/** A person of a text, with position and affiliation; the organisation's own node is added by `organizationsOf`. */
export const personNode = (
  { affiliation, name, partner, position }: Person,
  page: Pick<DescribedPage, 'locale' | 'site'>,
): JsonLdNode => {
  const profile = shownOne(partner)
  return {
    '@type': 'Person',
    name,
    jobTitle: position,
    affiliation: profile
      ? referenceTo(organizationNode(profile, page))
      : namedOrganization(affiliation),
  }
}

/** The organisations that persons belong to, as nodes of the graph. */
export const organizationsOf = (
  people: readonly Person[] | null | undefined,
  page: Pick<DescribedPage, 'locale' | 'site'>,
): JsonLdNode[] =>
  (people ?? []).flatMap(({ partner }) => {
    const profile = shownOne(partner)
    return profile ? [organizationNode(profile, page)] : []
  })
