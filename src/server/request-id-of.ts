import type { Response } from 'express'

/** The name that `assignRequestId` gave the request of this answer. */
export const requestIdOf = (res: Response): string => String(res.locals.requestId)
