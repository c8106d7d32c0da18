import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { getPayload, handleEndpoints, type SanitizedConfig } from 'payload'

/** Payload's own REST handler under a bare HTTP server, on the port that the bench has chosen; says when it is ready. */
export const serveEndpoints = async (config: SanitizedConfig): Promise<void> => {
  await getPayload({ config })

  const server = createServer((request, response) => {
    const url = `http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`
    const headers = new Headers(request.headers as Record<string, string>)
    void handleEndpoints({ config, request: new Request(url, { headers }) }).then((answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      if (answer.body === null) response.end()
      else Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]).pipe(response)
    })
  })

  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
  process.on('SIGTERM', () => process.exit())
}
