import type { Response as ExpressResponse } from 'express'

/** Sends what yoga has answered, as it is: the shape of its errors is GraphQL's, not that of REST. */
export const sendGraphqlAnswer = async ({
  isHead,
  res,
  response,
}: {
  isHead: boolean
  res: ExpressResponse
  response: Response
}): Promise<void> => {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    // Each cookie has a line of its own, and other parts of the server vary their answers too.
    if (name === 'vary') res.vary(value)
    else if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  const bytes = Buffer.from(await response.arrayBuffer())
  res.setHeader('Content-Length', bytes.length)
  res.end(isHead ? undefined : bytes)
}
