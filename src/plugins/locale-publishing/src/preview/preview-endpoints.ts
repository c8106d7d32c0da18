import {
  addDataAndFileToRequest,
  APIError,
  type Endpoint,
  Forbidden,
  type PayloadRequest,
  type TypeWithID,
} from 'payload'

import { askedLocale } from '../asked-locales.ts'
import { targetOf } from '../target-of.ts'
import { assertMayUpdate, inLocale } from '../locale-actions.ts'
import { previewOf } from './preview-of-request.ts'
import { previewUrl, type UrlOfDocument } from './preview-url.ts'
import { signPreview } from './preview-token.ts'

const hour = 60 * 60 * 1000
const longest = 30 * 24

/**
 * `POST /api/<collection>/<id>/preview-link` with `{ "locale": "zh", "hours": 48 }`, for whoever may write that
 * language: a link that shows this document's draft in that language to whoever holds it, for 48 hours unless told
 * otherwise. Answers `{ "url", "token", "expiresAt" }`.
 */
export const previewLinkEndpoint = (
  slug: string,
  urlOf: UrlOfDocument,
): Omit<Endpoint, 'root'> => ({
  handler: async (req) => {
    if (!req.user) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const { hours = 48, locale = req.locale } = req.data ?? {}
    const code = askedLocale({ asked: locale, req })
    const expiresAt = new Date(Date.now() + asHours(hours) * hour)
    const { collection, id } = targetOf({ req, slug })
    const localReq = inLocale(req, code)
    await assertMayUpdate({ collection, id, locales: [code], req: localReq })
    const doc: TypeWithID = await req.payload.findByID({
      id,
      collection: slug as 'topics',
      depth: 0,
      draft: true,
      fallbackLocale: false,
      locale: code as 'en',
      overrideAccess: false,
      req: localReq,
    })
    const preview = { collection: slug, expiresAt, id, locale: code }
    const token = await signPreview(preview, req.payload.secret)
    const url =
      (await previewUrl({ doc, locale: code, req, slug, token, urlOf })) ??
      `${req.payload.config.serverURL}${req.payload.config.routes.api}/preview?preview=${token}`
    return Response.json({ expiresAt, token, url })
  },
  method: 'post',
  path: '/:id/preview-link',
})

/**
 * `GET /api/preview?preview=<token>`: the document that a preview link is about, for pages that know nothing else.
 * Answers `{ "collection", "locale", "expiresAt", "doc" }`; `depth` works as everywhere.
 */
export const previewEndpoint: Endpoint = {
  handler: async (req) => {
    const preview = await previewOf(req)
    if (!preview) {
      throw new APIError('“preview” must be the token of a link.', 400, { field: 'preview' }, true)
    }
    const { collection, expiresAt, id, locale } = preview
    const doc: TypeWithID = await req.payload.findByID({
      id,
      collection: collection as 'topics',
      depth: depthOf(req),
      draft: true,
      fallbackLocale: false,
      locale: locale as 'en',
      overrideAccess: false,
      req: inLocale(req, locale),
    })
    return Response.json({ collection, doc, expiresAt, locale })
  },
  method: 'get',
  path: '/preview',
}

const asHours = (hours: unknown): number => {
  if (typeof hours === 'number' && hours >= 1 && hours <= longest) return hours
  throw new APIError(
    `“hours” must be a number from 1 to ${longest}.`,
    400,
    { field: 'hours' },
    true,
  )
}

const depthOf = (req: PayloadRequest): number => {
  const depth = Number(req.query.depth ?? 1)
  return Number.isInteger(depth) && depth >= 0 ? Math.min(depth, 3) : 1
}
