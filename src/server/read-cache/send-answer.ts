import type { Request, Response } from 'express'
import fresh from 'fresh'

import type { Answer } from './answer.ts'
import { type Encoding, encodings, negotiateEncoding } from './encode.ts'

/** Sends an answer in an encoding that is there, without a body to who has it already, and to HEAD. */
export const sendAnswer = ({
  answer,
  req,
  res,
  end = res.end.bind(res),
}: {
  answer: Answer
  /** @default that of `res` */
  end?: (body?: Buffer) => unknown
  req: Request
  res: Response
}): void => {
  const wanted = negotiateEncoding(req.headers['accept-encoding'])
  const body = answer.variants[wanted]
  const encoding = body ? wanted : 'identity'
  const bytes = body ?? answer.variants.identity
  res.statusCode = 200
  for (const [name, value] of answer.headers) res.setHeader(name, value)
  const isSettled = reading.includes(req.method) && answer.lastModified.at <= Date.now()
  if (isSettled) res.setHeader('Last-Modified', answer.lastModified.text)
  const known = knownTag(req, answer)
  res.setHeader('ETag', known ?? tagIn(answer, encoding))
  if (known ?? (isSettled && isUnmodified(req, answer))) {
    res.statusCode = 304
    for (const name of ['content-type', 'content-length']) res.removeHeader(name)
    end()
    return
  }
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding)
  res.setHeader('Content-Length', bytes.length)
  if (req.method === 'HEAD') end()
  else end(bytes)
}

/** The same content has a tag for each encoding, for a strong tag tells of bytes. */
const tagIn = ({ tag }: Answer, encoding: Encoding): string =>
  encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`

/** The tag, if any, under which a client says it has this very content, in whatever encoding. */
const knownTag = ({ headers, method }: Request, answer: Answer): string | undefined => {
  if (headers['if-none-match'] === undefined || !reading.includes(method)) return undefined
  const asked = { ...headers, 'if-modified-since': undefined }
  const preferred = negotiateEncoding(headers['accept-encoding'])
  return [preferred, ...encodings]
    .map((encoding) => tagIn(answer, encoding))
    .find((etag) => fresh(asked, { etag }))
}

/** Whether a client that knows no tag, but a date, has this content. A date that is still to come means nothing. */
const isUnmodified = ({ headers }: Request, { lastModified }: Answer): boolean => {
  const since = headers['if-modified-since']
  if (since === undefined || headers['if-none-match'] !== undefined) return false
  if (!(Date.parse(since) <= Date.now())) return false
  return fresh(headers, { 'last-modified': lastModified.text })
}

const reading = ['GET', 'HEAD']
