import type { PayloadRequest } from 'payload'

import { deliveredUpload } from './delivered-upload.ts'
import { inLocale, loadForReaders } from './load-for-readers.ts'
import { type RenderedRichText, renderRichText, type RichTextSource } from './render-rich-text.ts'

export type RichTextRendererOptions = Pick<RichTextSource, 'blocks' | 'frameHosts'> & {
  /**
   * Where a document is on the website, or nothing when the website has no page for it. Of the document it is given id,
   * slug and status.
   */
  urlOf: (args: {
    collection: string
    doc: Record<string, unknown>
    locale: string
    req: PayloadRequest
  }) => null | Promise<null | string> | string
}

/** Renders a rich text for whoever asks, in the language that the text is in. */
export type RichTextRenderer = (text: {
  locale: string
  req: PayloadRequest
  value: unknown
}) => Promise<RenderedRichText>

/**
 * A renderer that finds links and files in the database, with the rights of the request: a link leads to what is
 * published in the language of the text, whoever asks, and a file is shown to those who may read it.
 */
export const richTextRenderer =
  ({ blocks, frameHosts, urlOf }: RichTextRendererOptions): RichTextRenderer =>
  ({ locale, req, value }) =>
    renderRichText({
      blocks,
      frameHosts,
      locale,
      resolveLink: async ({ collection, id }) => {
        const doc = await loadForReaders({ collection, id, locale, select: ofLinks }, req)
        const isPublic = doc && !doc.deletedAt && (doc._status ?? 'published') === 'published'
        if (!isPublic) return null
        return urlOf({ collection, doc, locale, req: inLocale(req, locale) })
      },
      resolveUpload: async ({ collection, id }) => {
        const doc = await loadForReaders({ collection, id, locale }, req)
        return doc && !doc.deletedAt ? deliveredUpload(doc, req.payload.config.serverURL) : null
      },
      value,
    })

const ofLinks = { _status: true, deletedAt: true, slug: true } as const
