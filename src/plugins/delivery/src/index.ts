import type { Config, Plugin } from 'payload'

import { withDeliveryGraphql } from './graphql/with-delivery-graphql.ts'
import { assertKnown, type DeliveryOptions } from './options.ts'
import { deliveryEndpoint } from './page/delivery-endpoint.ts'
import { slugEndpoint } from './slugs/slug-endpoint.ts'
import { slugOptions } from './slugs/slug-options.ts'

export type {
  DeliveryAnswer,
  DeliveryDocument,
  DescribedPage,
  JsonLdNode,
  JsonLdValue,
} from './page/delivery-document.ts'
export type { DeliveredCollection, DeliveryOptions, Site } from './options.ts'
export { referenceTo } from './page/json-ld-of.ts'
export { isRecord, shorten, textOf, valuesAt } from './page/text-of.ts'

/** What a page of a website needs, ready to use. */
export const delivery =
  (options: DeliveryOptions): Plugin =>
  (config: Config): Config => {
    if (options.enabled === false) return config
    const known = (config.collections ?? []).map(({ slug }) => slug)
    assertKnown({ known, named: Object.keys(options.collections), option: 'collections' })
    assertKnown({ known, named: options.slugs.collections, option: 'slugs.collections' })
    return {
      ...config,
      collections: config.collections?.map((collection) =>
        options.slugs.collections.includes(collection.slug)
          ? {
              ...collection,
              endpoints: [
                // First, for a slug may be the name of another endpoint.
                slugEndpoint(collection.slug, slugOptions(options)),
                ...(collection.endpoints === false ? [] : (collection.endpoints ?? [])),
              ],
            }
          : collection,
      ),
      endpoints: [...(config.endpoints ?? []), deliveryEndpoint(options)],
      graphQL: withDeliveryGraphql(config, options),
    }
  }
