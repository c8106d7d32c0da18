import type { CollectionConfig, Config } from 'payload'

import { archiveEndpoints } from './archive-endpoints.ts'
import { withArchiveGraphql } from './archive-graphql.ts'
import { assertKnown } from '../options.ts'
import type { ArchiveOptions } from './archive-options.ts'
import { facetAt } from './facet.ts'

/** Public counts of what is published, by year and by other fields, in REST and in GraphQL. */
export const withArchives = (config: Config, { archives = {} }: ArchiveOptions): Config => {
  if (Object.keys(archives).length === 0) return config
  const known = (config.collections ?? []).map(({ slug }) => slug)
  assertKnown({ known, named: Object.keys(archives), option: 'archives' })
  return {
    ...config,
    collections: config.collections?.map((collection): CollectionConfig => {
      const archive = archives[collection.slug]
      return archive
        ? {
            ...collection,
            endpoints: [
              ...(collection.endpoints === false ? [] : (collection.endpoints ?? [])),
              ...archiveEndpoints(collection.slug, archive),
            ],
          }
        : collection
    }),
    graphQL: withArchiveGraphql(config, archives),
    onInit: async (payload) => {
      for (const [slug, { facets = {}, year }] of Object.entries(archives)) {
        const { config: own } = payload.collections[slug as keyof typeof payload.collections]
        for (const path of [year, ...Object.values(facets)]) if (path) facetAt(own, path)
      }
      await config.onInit?.(payload)
    },
  }
}
