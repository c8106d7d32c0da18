import type { Response as ExpressResponse } from 'express'

import { copyHeaders } from '../copy-headers.ts'

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
  copyHeaders(response.headers, res)
  const bytes = Buffer.from(await response.arrayBuffer())
  res.setHeader('Content-Length', bytes.length)
  res.end(isHead ? undefined : bytes)
}
