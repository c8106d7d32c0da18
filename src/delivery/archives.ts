import type { DeliveryOptions } from '@qiao/delivery'

/** What readers' lists are divided by: years, and the fields that websites offer as filters. */
export const archives = {
  awards: { facets: { kind: 'kind' }, year: 'year' },
  'news-briefs': { facets: { country: 'country', kind: 'kind', topic: 'topics' }, year: 'year' },
  'partner-profiles': { facets: { country: 'country', kind: 'kind' } },
  programs: {
    facets: {
      country: 'locations.country',
      kind: 'kind',
      sdg: 'sdgs',
      status: 'status',
      topic: 'topics',
    },
  },
  stories: { facets: { kind: 'kind', topic: 'topics' } },
} satisfies DeliveryOptions['archives']
