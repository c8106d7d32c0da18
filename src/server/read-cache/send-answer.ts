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
  const known = req.headers['if-none-match'] === undefined ? undefined : knownTag(req, answer)
  res.setHeader('ETag', known ?? tagIn(answer, encoding))
  if (known) {
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
  if (method !== 'GET' && method !== 'HEAD') return undefined
  // To a date that is a second long, only the tag can tell whether it is right.
  const asked = { ...headers, 'if-modified-since': undefined }
  const preferred = negotiateEncoding(headers['accept-encoding'])
  return [preferred, ...encodings]
    .map((encoding) => tagIn(answer, encoding))
    .find((etag) => fresh(asked, { etag }))
}
