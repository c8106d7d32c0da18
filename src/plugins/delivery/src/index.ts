import type { Config, Plugin } from 'payload'
import type { ArchiveOptions } from './archives/archive-options.ts'
import { withArchives } from './archives/with-archives.ts'
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

export type DeliveryOptions = ArchiveOptions & {
  /** `false` adds nothing. @default true */
  enabled?: boolean
}

/** What a page of a website needs, ready to use. */
export const delivery =
  ({ enabled = true, ...options }: DeliveryOptions = {}): Plugin =>
  (config: Config): Config =>
    enabled ? withArchives(withRichText(config), options) : config
