import { addDataAndFileToRequest, APIError, type Endpoint, Forbidden } from 'payload'

import { askedLocales } from '../asked-locales.ts'
import { targetOf } from '../target-of.ts'
import { restoreLocales } from './restore-locales.ts'

/**
 * `POST /api/<collection>/<id>/restore` with `{ "version": "<id of a version>", "locales": ["zh"] }` or
 * `"locales": "all"`, for whoever may write those languages. Answers `{ "locales": { "en": "draft", … } }`.
 */
export const restoreEndpoint = (slug: string): Omit<Endpoint, 'root'> => ({
  handler: async (req) => {
    if (!req.user) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const locales = askedLocales({ asked: req.data?.locales, req })
    const version: unknown = req.data?.version
    if (typeof version !== 'string' || version === '') {
      throw new APIError('“version” must be the id of a version.', 400, { field: 'version' }, true)
    }
    return Response.json({
      locales: await restoreLocales({ ...targetOf({ req, slug }), locales, req, version }),
    })
  },
  method: 'post',
  path: '/:id/restore',
})
