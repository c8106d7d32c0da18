import type { Request, RequestHandler } from 'express'

import { HttpError } from '../http-error.ts'

export type BodyLimits = {
  /** Bytes of a body that is data, such as JSON. @default 2 MB */
  data?: number
  /** Bytes of a multipart body, file and fields together. */
  upload: number
}

/**
 * Reads the whole body into `req.body` as a Buffer, or leaves it undefined when there is none. A request
 * may have to be run twice, when its transaction met another one, so its body must be at hand again.
 */
export const readBody =
  ({ data = 2 * 1024 * 1024, upload }: BodyLimits): RequestHandler =>
  async (req, _res, next) => {
    const limit = req.is('multipart/*') ? upload : data
    const body = await collect(req, limit)
    if (body.length > 0 && req.get('Content-Encoding')) {
      throw new HttpError(415, 'Send the body as it is, without Content-Encoding.')
    }
    req.body = body.length > 0 ? body : undefined
    next()
  }

const collect = async (req: Request, limit: number): Promise<Buffer> => {
  if (Number(req.get('Content-Length')) > limit) {
    throw tooLarge(limit)
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) {
        throw tooLarge(limit)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof HttpError ? error : new HttpError(400, 'The body ended before its end.')
  }
  return Buffer.concat(chunks, size)
}

const tooLarge = (limit: number): HttpError =>
  new HttpError(413, `The body is larger than the ${Math.floor(limit / 1024)} kB allowed here.`)
