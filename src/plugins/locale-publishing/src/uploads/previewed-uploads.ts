import { NotFound, type PayloadRequest } from 'payload'

import { isContent } from '../content/content-field.ts'
import { readBoth } from '../locale-actions.ts'
import { notesOf } from '../notes-of-request.ts'
import { previewOf, previewTokenOf } from '../preview/preview-of-request.ts'
import { type FoundUpload, uploadsIn } from './find-uploads.ts'

/** The files of a collection that the draft shows which the request has a preview of. */
export const previewedUploads = async ({
  req,
  slug,
  uploads,
}: {
  req: PayloadRequest
  slug: string
  uploads: readonly string[]
}): Promise<string[]> => {
  const preview = await previewOf(req)
  if (!preview) return []
  const known = notesOf<FoundUpload[]>({ about: 'previewed-uploads', req })
  const found = known.get('found') ?? (await find({ preview, req, uploads }))
  known.set('found', found)
  return found.filter((each) => each.uploadCollection === slug).map(({ upload }) => upload)
}

const find = async ({
  preview: { collection: slug, id, locale },
  req,
  uploads,
}: {
  preview: { collection: string; id: string; locale: string }
  req: PayloadRequest
  uploads: readonly string[]
}): Promise<FoundUpload[]> => {
  const { payload } = req
  const { config: collection } = payload.collections[slug as keyof typeof payload.collections]
  try {
    const { latest: doc } = await readBoth({ collection, id, req })
    return uploadsIn({ doc, locales: [locale], payload, slug, uploads })
  } catch (error) {
    // The document was deleted since the link was made.
    if (error instanceof NotFound) return []
    throw error
  }
}

/** A file with the preview token in each of its addresses. */
export const withPreviewToken = (
  file: Record<string, unknown>,
  req: PayloadRequest,
): Record<string, unknown> => {
  const token = encodeURIComponent(previewTokenOf(req) ?? '')
  const opened = (part: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => {
        const isAddress = (name === 'url' || name === 'thumbnailURL') && typeof value === 'string'
        if (isAddress) return [name, `${value}${value.includes('?') ? '&' : '?'}preview=${token}`]
        return [name, isContent(value) ? opened(value) : value]
      }),
    )
  return opened(file)
}
