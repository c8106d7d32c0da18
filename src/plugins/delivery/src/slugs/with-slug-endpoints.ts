import type { Config } from 'payload'

import type { DeliveryOptions } from '../options.ts'
import { slugEndpoint } from './slug-endpoint.ts'
import { slugOptions } from './slug-options.ts'

/** Collections whose documents are found by their slug get the endpoint; first, for a slug may be the name of another. */
export const withSlugEndpoints = (
  all: Config['collections'] = [],
  options: DeliveryOptions,
): Config['collections'] =>
  all.map((collection) =>
    options.slugs.collections.includes(collection.slug)
      ? {
          ...collection,
          endpoints: [
            slugEndpoint(collection.slug, slugOptions(options)),
            ...(collection.endpoints === false ? [] : (collection.endpoints ?? [])),
          ],
        }
      : collection,
  )
