import type { Config } from 'payload'

import { withDeliveryGraphql } from '../graphql/with-delivery-graphql.ts'
import { assertKnown, type DeliveryOptions } from '../options.ts'
import { withSlugEndpoints } from '../slugs/with-slug-endpoints.ts'
import { deliveryEndpoint } from './delivery-endpoint.ts'

/** Pages of documents, and documents by their slugs, in REST and in GraphQL. */
export const withPages = (config: Config, options: DeliveryOptions): Config => {
  const known = (config.collections ?? []).map(({ slug }) => slug)
  assertKnown({ known, named: Object.keys(options.collections), option: 'collections' })
  assertKnown({ known, named: options.slugs.collections, option: 'slugs.collections' })
  return {
    ...config,
    collections: withSlugEndpoints(config.collections, options),
    endpoints: [...(config.endpoints ?? []), deliveryEndpoint(options)],
    graphQL: withDeliveryGraphql(config, options),
  }
}
