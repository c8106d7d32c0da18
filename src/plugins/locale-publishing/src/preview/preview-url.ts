import { type CollectionConfig, executeAccess, type PayloadRequest } from 'payload'

import { inLocale } from '../locale-actions.ts'
import { signPreview } from './preview-token.ts'

/** Where a document is on the website, or will be; nothing when the website has no page for it. */
export type UrlOfDocument = (args: {
  collection: string
  doc: Record<string, unknown>
  locale: string
  req: PayloadRequest
}) => null | Promise<null | string> | string

/** The document's address on the website with a preview token. */
export const previewUrl = async ({
  doc,
  locale,
  req,
  slug,
  token,
  urlOf,
}: {
  doc: object
  locale: string
  req: PayloadRequest
  slug: string
  token: string
  urlOf: UrlOfDocument
}): Promise<null | string> => {
  const localReq = inLocale(req, locale)
  const address = await urlOf({ collection: slug, doc: { ...doc }, locale, req: localReq })
  if (!address) return null
  const url = new URL(address)
  url.searchParams.set('preview', token)
  return url.href
}

/** How long a link of the admin UI works: as long as somebody may have its page open. */
const whileEditing = 12 * 60 * 60 * 1000

/** The button “Preview” and the live preview of the edit view, for documents that the website has a page for. */
export const previewsOf = (
  slug: string,
  urlOf: UrlOfDocument,
): Pick<NonNullable<CollectionConfig['admin']>, 'livePreview' | 'preview'> => {
  const url = async (doc: Record<string, unknown>, locale: string, req: PayloadRequest) => {
    const { id } = doc
    if (typeof id !== 'string' || !(await mayWrite({ id, locale, req, slug }))) return null
    const expiresAt = new Date(Date.now() + whileEditing)
    const preview = { collection: slug, expiresAt, id, locale }
    const token = await signPreview(preview, req.payload.secret)
    return previewUrl({ doc, locale, req, slug, token, urlOf })
  }
  return {
    livePreview: {
      url: ({ data, locale, req }) => url(data as Record<string, unknown>, locale.code, req),
    },
    preview: (doc, { locale, req }) => url(doc, locale, req),
  }
}

/** Who may not work on a language gets no link to its draft either. */
const mayWrite = async ({
  id,
  locale,
  req,
  slug,
}: {
  id: string
  locale: string
  req: PayloadRequest
  slug: string
}): Promise<boolean> => {
  const { config } = req.payload.collections[slug as keyof typeof req.payload.collections]
  const args = { disableErrors: true, id, req: inLocale(req, locale) }
  return Boolean(req.user) && (await executeAccess(args, config.access.update)) !== false
}
