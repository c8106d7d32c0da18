import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

import { guardedLookup, PrivateAddressError, type Resolve } from './guarded-lookup.ts'
import { hostOf, problemOfUrl, type Reach } from './reach.ts'

/** What came of a call. */
export type Outcome = {
  /** How the answer begins; empty when there was none. */
  answer: string
  /** Why there was no answer. */
  error: null | string
  retryAfter: null | string
  status: null | number
}

export type Message = {
  body: string
  headers: Record<string, string>
  reach: Reach
  /** @default the resolver of the system */
  resolve?: Resolve
  /** Aborted, the call is broken off a second later. */
  signal?: AbortSignal
  /** Milliseconds for all of it. @default 15_000 */
  timeoutMs?: number
  url: string
}

const keptBytes = 1024
const graceMs = 1000

/**
 * Posts a message and reads how the answer begins. It follows no redirect, keeps no connection, and takes no longer
 * and no more than it should, whatever the other side does.
 */
export const postMessage = (message: Message): Promise<Outcome> => {
  const { body, headers, reach, resolve, signal, timeoutMs = 15_000 } = message
  const url = URL.canParse(message.url) ? new URL(message.url) : undefined
  // An address in the URL is never looked up. The rules may have changed since it was saved.
  if (!url || problemOfUrl(message.url, reach)) {
    const host = url ? hostOf(url) : message.url
    return Promise.resolve(without(new PrivateAddressError(host)))
  }
  return new Promise((settle) => {
    let outcome = without(new Error('The connection was closed before an answer came.'))
    const call = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      agent: false,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      lookup: guardedLookup(reach, resolve),
      maxHeaderSize: 16_384,
      method: 'POST',
    })
    const late = new Error(`No answer within ${timeoutMs / 1000} seconds.`)
    const timers = [setTimeout(() => call.destroy(late), timeoutMs)]
    const breakOff = () => timers.push(setTimeout(() => call.destroy(), graceMs))
    signal?.addEventListener('abort', breakOff)
    call.on('response', (response) => {
      const { headers: told, statusCode = null } = response
      outcome = {
        answer: '',
        error: null,
        retryAfter: told['retry-after'] ?? null,
        status: statusCode,
      }
      const read: Buffer[] = []
      response.on('data', (chunk: Buffer) => {
        read.push(chunk)
        const start = Buffer.concat(read).subarray(0, keptBytes)
        outcome = { ...outcome, answer: asText(start) }
        if (start.length === keptBytes) call.destroy()
      })
      // The status is the answer: what becomes of the rest changes nothing.
      response.on('error', () => call.destroy())
    })
    call.on('error', (error) => {
      if (outcome.status === null) outcome = without(error)
    })
    call.on('close', () => {
      timers.forEach(clearTimeout)
      signal?.removeEventListener('abort', breakOff)
      settle(outcome)
    })
    call.end(body)
  })
}

const without = (error: Error & { code?: string }): Outcome => ({
  answer: '',
  // Node leaves the message empty where several addresses were tried in vain.
  error: (error.message || error.code) ?? error.name,
  retryAfter: null,
  status: null,
})

/** Whatever came, as something that can be stored and shown. */
const asText = (bytes: Buffer): string =>
  bytes.toString('utf8').replace(/(?![\t\n\r])\p{Cc}/gu, '\uFFFD')
