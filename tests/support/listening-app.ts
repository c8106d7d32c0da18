import { once } from 'node:events'
import { createServer } from 'node:http'

import type { Express } from 'express'

import { startTestApp } from './test-app.ts'

type TestApp = Awaited<ReturnType<typeof startTestApp>>

/** The real server on an empty database of its own, listening on a free port of this machine. */
export const startListeningApp = async (): Promise<TestApp & { url: string }> => {
  const server = await startTestApp()
  const { close, url } = await listenTo(server.app)
  return {
    ...server,
    stop: async () => {
      await close()
      await server.stop()
    },
    url,
  }
}

/** Lets an app listen on a free port of this machine. */
export const listenTo = async (
  app: Express,
): Promise<{ close: () => Promise<void>; url: string }> => {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return {
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
    url: `http://127.0.0.1:${address.port}`,
  }
}
