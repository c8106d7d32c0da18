import type { Server } from 'node:http'

import type { Payload } from 'payload'

/**
 * On SIGTERM or SIGINT: no new connections, requests on the way finish, then the database closes, and the process ends with 0.
 * What has not finished after eight seconds is cut off, so that all is over within ten.
 */
export const stopGracefully = ({
  payload,
  scrapeServer,
  server,
  stopWork,
}: {
  payload: Payload
  /** Tells of the end until it has come. */
  scrapeServer?: Server | undefined
  server: Server
  /** What is done without being asked, such as scheduled publications; each resolves when nothing is under way. */
  stopWork: readonly (() => Promise<void>)[]
}): void => {
  let isStopping = false
  // An answer that is still to come must not keep its connection for another request.
  server.on('request', (_req, res) => {
    if (isStopping) {
      res.shouldKeepAlive = false
    }
  })
  const stop = async (): Promise<void> => {
    if (isStopping) {
      return
    }
    isStopping = true
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    const cutOff = setTimeout(() => server.closeAllConnections(), 8000)
    const giveUp = setTimeout(() => process.exit(1), 9800)
    await closed
    clearInterval(sweep)
    clearTimeout(cutOff)
    await Promise.all(stopWork.map((stopOne) => stopOne()))
    scrapeServer?.close()
    scrapeServer?.closeAllConnections()
    await payload.destroy()
    clearTimeout(giveUp)
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The process that started this one is gone.
  process.on('disconnect', () => void stop())
}
