import {
  commitTransaction,
  type Endpoint,
  Forbidden,
  initTransaction,
  killTransaction,
  NotFound,
  type PayloadRequest,
} from 'payload'

import { isGranted } from '../../../src/access/is-granted.ts'
import type { User } from '../../../src/generated/payload-types.ts'

/**
 * `POST /api/users/:id/revoke-sessions` ends every session of a person, the asking one too, so that each has to sign in
 * again: administrators for anyone, others for themselves. Answers `{ "ended": 2 }`.
 */
export const revokeSessions: Omit<Endpoint, 'root'> = {
  handler: async (req) => {
    const id = String(req.routeParams?.id)
    const rule = isGranted({ collection: 'users', operation: 'writeShared', req })
    if (rule !== true && (!rule || req.user?.id !== id)) throw new Forbidden(req.t)
    const isOwner = await initTransaction(req)
    try {
      const ended = await endSessions({ id, req })
      if (isOwner) await commitTransaction(req)
      return Response.json({ ended })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
  method: 'post',
  path: '/:id/revoke-sessions',
}

const endSessions = async ({ id, req }: { id: string; req: PayloadRequest }): Promise<number> => {
  const { db } = req.payload
  const user = await db.findOne<User>({ collection: 'users', req, where: { id: { equals: id } } })
  if (!user) throw new NotFound(req.t)
  const data = { sessions: [], updatedAt: user.updatedAt }
  await db.updateOne({ id, collection: 'users', data, req, returning: false })
  return user.sessions?.length ?? 0
}
