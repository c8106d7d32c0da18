import { randomUUID } from 'node:crypto'
import { maxHeaderSize, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

import { codeOfStatus, type ErrorBody } from './error-body.ts'

/**
 * Answers, in the one error shape, a request that Node cannot read: its head is too large or broken, or does not end. It
 * never reaches the app, and the connection is closed, for nobody knows where the next request begins.
 */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, message] = refusals[error.code ?? ''] ?? [400, 'This is no request of HTTP.']
  const requestId = randomUUID()
  const body: ErrorBody = { errors: [{ code: codeOfStatus(status), message }], requestId }
  const text = JSON.stringify(body)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Access-Control-Allow-Origin: *',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Content-Type: application/json; charset=utf-8',
    `X-Request-Id: ${requestId}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`)
}

const refusals: Record<string, [status: number, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [
    431,
    `Address and headers are larger than ${maxHeaderSize / 1024} kB: send a long query as the body of a POST with “X-HTTP-Method-Override: GET”.`,
  ],
}
