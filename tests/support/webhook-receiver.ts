import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

import { Webhook } from 'standardwebhooks'

import type { WebhookBody } from '@qiao/webhooks'

export type Received = {
  body: WebhookBody
  headers: Record<string, string>
  /** What the request line names. */
  path: string
  text: string
}

type Answer = (response: ServerResponse, received: Received) => void

export type Receiver = {
  /** How it answers from now on. @default 204 */
  answer: (how: Answer) => void
  close: () => Promise<void>
  received: Received[]
  url: string
  /** Reads a message as its secret proves it. */
  verify: (received: Received, secret: string) => WebhookBody
}

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end()

/** Another server, which webhooks call; over TLS with `tls`. */
export const startReceiver = async ({
  tls,
}: { tls?: { cert: string; key: string } } = {}): Promise<Receiver> => {
  const received: Received[] = []
  let how: Answer = status(204)
  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    void read(request).then((message) => {
      received.push(message)
      how(response, message)
    })
  }
  const server = tls ? createTlsServer(tls, receive) : createServer(receive)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return {
    answer: (next) => (how = next),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
    received,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}/hook`,
    verify: ({ headers, text }, secret) => new Webhook(secret).verify(text, headers) as WebhookBody,
  }
}

const read = async (request: IncomingMessage): Promise<Received> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    body: JSON.parse(text) as WebhookBody,
    headers: request.headers as Record<string, string>,
    path: request.url ?? '',
    text,
  }
}
