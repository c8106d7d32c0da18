import { type Endpoint, Forbidden, NotFound } from 'payload'

import { isGranted } from '../../../src/access/is-granted.ts'

/**
 * `POST /api/api-keys/:id/revoke` ends a key for ever, at once; once more changes nothing.
 * Answers `{ "revokedAt": "…" }`.
 */
export const revokeKey: Omit<Endpoint, 'root'> = {
  handler: async (req) => {
    if (isGranted({ collection: 'api-keys', operation: 'writeShared', req }) !== true)
      throw new Forbidden(req.t)
    const id = String(req.routeParams?.id)
    const key = await req.payload.findByID({
      id,
      collection: 'api-keys',
      disableErrors: true,
      overrideAccess: false,
      req,
    })
    if (!key) throw new NotFound(req.t)
    if (key.revokedAt) return Response.json({ revokedAt: key.revokedAt })
    const revokedAt = new Date().toISOString()
    // As the server, which alone may write this field.
    await req.payload.update({
      id,
      collection: 'api-keys',
      data: { revokedAt },
      overrideAccess: true,
      req,
    })
    return Response.json({ revokedAt })
  },
  method: 'post',
  path: '/:id/revoke',
}
