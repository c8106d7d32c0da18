import type { Config, Plugin } from 'payload'

import { withArchives } from './archives/with-archives.ts'
import type { DeliveryOptions } from './options.ts'
import { withPages } from './page/with-pages.ts'
import { withRichText } from './rich-text/with-rich-text.ts'

export type { DeliveredCollection, DeliveryOptions, Site } from './options.ts'
export type {
  DeliveryAnswer,
  DeliveryDocument,
  DescribedPage,
  JsonLdNode,
} from './page/delivery-document.ts'
export { deliver } from './page/deliver.ts'
export { referenceTo } from './page/json-ld-of.ts'
export { publishedOnly } from './page/published-only.ts'
export { shorten, textOf } from './page/text-of.ts'
export { type BlockFields, type BlockRenderer } from './rich-text/block-fields.ts'
export { cleanText } from './rich-text/clean-text.ts'
export { type DeliveredUpload, uploadElement } from './rich-text/delivered-upload.ts'
export { element, escapeHtml, type Html, withLineBreaks } from './rich-text/element.ts'
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
  ({ enabled = true, ...options }: DeliveryOptions): Plugin =>
  (config: Config): Config =>
    enabled ? withPages(withArchives(withRichText(config), options), options) : config
