import type { Config, Plugin } from 'payload'

import { withDeliveryGraphql } from './graphql/with-delivery-graphql.ts'
import { assertKnown, type DeliveryOptions } from './options.ts'
import { deliveryEndpoint } from './page/delivery-endpoint.ts'
import { withRichText } from './rich-text/with-rich-text.ts'
import { withSlugEndpoints } from './slugs/with-slug-endpoints.ts'

export type { DeliveredCollection, DeliveryOptions, Site } from './options.ts'
export type {
  DeliveryAnswer,
  DeliveryDocument,
  DescribedPage,
  JsonLdNode,
} from './page/delivery-document.ts'
export { referenceTo } from './page/json-ld-of.ts'
export { textOf } from './page/text-of.ts'
export { type BlockFields, type BlockRenderer } from './rich-text/block-fields.ts'
export { type DeliveredUpload, uploadElement } from './rich-text/delivered-upload.ts'
export { element, type Html, withLineBreaks } from './rich-text/element.ts'
export {
  type RenderedRichText,
  renderRichText,
  type RichTextSource,
} from './rich-text/render-rich-text.ts'
export {
  type RichTextRenderer,
  richTextRenderer,
  type RichTextRendererOptions,
} from './rich-text/rich-text-renderer.ts'

/** What a page of a website needs, ready to use. */
export const delivery =
  (options: DeliveryOptions): Plugin =>
  (config: Config): Config => {
    if (options.enabled === false) return config
    const known = (config.collections ?? []).map(({ slug }) => slug)
    assertKnown({ known, named: Object.keys(options.collections), option: 'collections' })
    assertKnown({ known, named: options.slugs.collections, option: 'slugs.collections' })
    return withRichText({
      ...config,
      collections: withSlugEndpoints(config.collections, options),
      endpoints: [...(config.endpoints ?? []), deliveryEndpoint(options)],
      graphQL: withDeliveryGraphql(config, options),
    })
  }
