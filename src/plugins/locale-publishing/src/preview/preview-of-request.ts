import { type Access, APIError, type PayloadRequest } from 'payload'

import { inWordsOf } from '../in-words-of.ts'
import { notesOf } from '../notes-of-request.ts'
import { readsDrafts } from '../reads-drafts.ts'
import { type Preview, type PreviewFault, readPreview } from './preview-token.ts'

/**
 * The preview that a request brings along, in the header `X-Preview-Token` or as `?preview=`.
 *
 * @throws APIError 403 when it is expired, or none of ours.
 */
export const previewOf = async (req: PayloadRequest): Promise<Preview | undefined> => {
  const known = notesOf<Preview>({ about: 'preview', req })
  const token = previewTokenOf(req)
  if (known.has('read') || token === undefined) return known.get('read')
  const preview = token ? await readPreview(token, req.payload.secret) : 'invalid'
  if (typeof preview === 'string') throw refusal(preview, req)
  known.set('read', preview)
  return preview
}

/** The token as it was sent; empty when it is no text at all. */
export const previewTokenOf = ({ headers, query }: PayloadRequest): string | undefined => {
  const token = headers.get('x-preview-token') ?? query.preview
  return token === undefined || typeof token === 'string' ? token : ''
}

/** A rule to read a collection, which lets the holder of a preview see its document in its language. */
export const orPreviewed =
  (slug: string, rule: Access): Access =>
  async (args) => {
    const { id, req } = args
    return id !== undefined && (await isPreviewed({ id, req, slug })) ? true : rule(args)
  }

export const isPreviewed = async ({
  id,
  req,
  slug,
}: {
  id: unknown
  req: PayloadRequest
  slug: string
}): Promise<boolean> => {
  if (readsDrafts({ collection: slug, req })) return false
  const preview = await previewOf(req)
  return preview?.collection === slug && preview.id === String(id) && preview.locale === req.locale
}

const refusal = (fault: PreviewFault, req: PayloadRequest): APIError => {
  const { code, message } = refusals[fault]
  return new APIError(inWordsOf(req, message), 403, { code }, true)
}

const refusals = {
  expired: {
    code: 'PREVIEW_EXPIRED',
    message: {
      en: 'This preview link has expired. Ask the person who sent it for a new one.',
      zh: '此预览链接已过期，请向发送者索取新的链接。',
    },
  },
  invalid: {
    code: 'PREVIEW_INVALID',
    message: {
      en: 'This preview link is not complete, or not of this website. Copy the whole link.',
      zh: '此预览链接不完整或不属于本网站，请复制完整的链接。',
    },
  },
}
