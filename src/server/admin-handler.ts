import { fileURLToPath } from 'node:url'

import type { RequestHandler } from 'express'
import next from 'next'

/** Payload's admin UI, as Next built it. Everything it is asked for that is not its own goes on to the 404. */
export const adminHandler = async (): Promise<RequestHandler> => {
  const app = next({
    dev: false,
    dir: fileURLToPath(new URL('../admin', import.meta.url)),
    quiet: true,
  })
  await app.prepare()
  const handle = app.getRequestHandler()
  return async (req, res, goOn) => {
    if (/^\/(admin|_next)(\/|$)/.test(req.path)) {
      await handle(req, res)
    } else {
      goOn()
    }
  }
}
