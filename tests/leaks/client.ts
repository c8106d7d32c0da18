import type { Express } from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Request } from './questions.ts'

export type Answer = { headers: Record<string, string>; status: number; text: string }

export type Client = { ask: (request: Request) => Promise<Answer>; close: () => Promise<void> }

/** Asks the app over connections that stay open; `headers` say who asks, none is the anonymous reader. */
export const openClient = async (
  app: Express,
  headers: Record<string, string> = {},
): Promise<Client> => {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ask: async ({ body, headers: own, method = 'GET', path }) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        body,
        headers: { ...headers, ...own },
        method,
      })
      return {
        headers: Object.fromEntries(response.headers),
        status: response.status,
        text: await response.text(),
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
