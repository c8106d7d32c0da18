import type { Config, GraphQLExtension } from 'payload'

import type { DeliveryOptions } from '../options.ts'
import { deliveryQuery } from './delivery-query.ts'
import { redirectType } from './redirect-type.ts'
import { slugQueries } from './slug-queries.ts'

/** The queries `<Document>BySlug` of each collection and `delivery`, beside those the project has. */
export const withDeliveryGraphql = (
  config: Config,
  options: DeliveryOptions,
): NonNullable<Config['graphQL']> => ({
  ...config.graphQL,
  queries: (...given: Parameters<GraphQLExtension>) => {
    const [graphql, context] = given
    const redirect = redirectType(graphql)
    return {
      ...config.graphQL?.queries?.(...given),
      ...slugQueries({ context, graphql, options, redirect }),
      ...deliveryQuery({ context, graphql, options, redirect }),
    }
  },
})
