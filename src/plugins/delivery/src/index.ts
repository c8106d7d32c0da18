import type { Config, Plugin } from 'payload'
import { withRichText } from './rich-text/with-rich-text.ts'

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

export type DeliveryOptions = {
  /** `false` adds nothing. @default true */
  enabled?: boolean
}

/** What a page of a website needs, ready to use. */
export const delivery =
  ({ enabled = true }: DeliveryOptions = {}): Plugin =>
  (config: Config): Config =>
    enabled ? withRichText(config) : config
