import { createServer, type Server } from 'node:http'

import type { Express } from 'express'

import { answerUnreadable } from './answer-unreadable.ts'
import { type Place, toSettingsError } from './assert-port-free.ts'

/** Starts answering; resolves when the port is open. */
export const listen = (app: Express, { host, port, ...names }: Place): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000 }, app)
    server.on('clientError', answerUnreadable)
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(toSettingsError(error, { host, port, ...names }))
    })
    server.listen({ host, port }, () => resolve(server))
  })
