import type { Config, Plugin } from 'payload'

export { type BlockFields, type BlockRenderer } from './rich-text/block-fields.ts'
export { type DeliveredUpload, uploadElement } from './rich-text/delivered-upload.ts'
export { element, type Html, withLineBreaks } from './rich-text/element.ts'
export {
  type RenderedRichText,
  renderRichText,
  type RichTextSource,
} from './rich-text/render-rich-text.ts'

export type DeliveryOptions = {
  /** `false` adds nothing. @default true */
  enabled?: boolean
}

/** What a page of a website needs, ready to use. */
export const delivery =
  (_options: DeliveryOptions): Plugin =>
  (config: Config): Config =>
    config
