import type { Response as ExpressResponse } from 'express'

/**
 * Gives an answer the headers of a Fetch Response. What it varies by adds to what this server itself has answered by, and
 * each cookie has a line of its own.
 */
export const copyHeaders = (headers: Headers, res: ExpressResponse): void => {
  headers.forEach((value, name) => {
    if (name === 'vary') res.vary(value)
    else if (name !== 'set-cookie' && !name.startsWith(cors)) res.setHeader(name, value)
  })
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
}

/** Payload's own, which know one set of headers only; `allowOrigins` has said it all before. */
const cors = 'access-control-'
