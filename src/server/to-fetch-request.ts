import type { Request as ExpressRequest } from 'express'

import type { Env } from '../env.ts'

/** How to make a Fetch Request of an Express request, as often as it is needed. */
export type RequestPlan = {
  body: Buffer | undefined
  headers: Headers
  method: string
  url: URL
}

/**
 * The plan of a request whose body was read by `readBody`. The address is the public one whatever the Host header
 * says, so that no caller decides what links in mails point to. HEAD is asked as GET.
 */
export const planRequest = (
  req: ExpressRequest,
  { publicUrl }: Pick<Env, 'publicUrl'>,
): RequestPlan => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !hopByHop.has(name)) {
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
  }
  const body: unknown = req.body
  return {
    body: Buffer.isBuffer(body) ? body : undefined,
    headers,
    method: req.method === 'HEAD' ? 'GET' : req.method,
    url: new URL(req.originalUrl.replace(/^\/+/, '/'), new URL(publicUrl).origin),
  }
}

/** A new Request, with a body of its own. */
export const toFetchRequest = ({ body, headers, method, url }: RequestPlan): Request =>
  new Request(url, {
    headers,
    method,
    ...(body && method !== 'GET' ? { body: new Uint8Array(body) } : {}),
  })

/** They speak of the connection, or of the body as it travelled. */
const hopByHop = new Set(['connection', 'expect', 'keep-alive', 'transfer-encoding', 'upgrade'])
